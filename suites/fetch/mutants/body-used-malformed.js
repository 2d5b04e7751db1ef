// META: fault=A body that json() could not parse is not used.
// META: requirement=body-used
const failed = new WeakSet();
mutate(
  Response.prototype,
  "json",
  (original) =>
    async function () {
      try {
        return await original.call(this);
      } catch (error) {
        if (error instanceof SyntaxError) failed.add(this);
        throw error;
      }
    },
);
mutateGetter(
  Response.prototype,
  "bodyUsed",
  (original) =>
    function () {
      return !failed.has(this) && original.call(this);
    },
);

// META: fault=bytes() uses up a body that is not there.
// META: requirement=body-used
const used = new WeakSet();
mutate(
  Response.prototype,
  "bytes",
  (original) =>
    async function () {
      if (this.body === null) used.add(this);
      return original.call(this);
    },
);
mutateGetter(
  Response.prototype,
  "bodyUsed",
  (original) =>
    function () {
      return used.has(this) || original.call(this);
    },
);

// META: fault=The clone of a response has no url.
// META: requirement=response-clone-copy
const clones = new WeakSet();
mutate(
  Response.prototype,
  "clone",
  (original) =>
    function () {
      const clone = original.call(this);
      clones.add(clone);
      return clone;
    },
);
mutateGetter(
  Response.prototype,
  "url",
  (original) =>
    function () {
      return clones.has(this) ? "" : original.call(this);
    },
);

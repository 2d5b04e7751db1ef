// META: fault=The clone of a network error has the type default.
// META: requirement=error-clone
const clones = new WeakSet();
mutate(
  Response.prototype,
  "clone",
  (original) =>
    function () {
      const clone = original.call(this);
      if (this.type === "error") clones.add(clone);
      return clone;
    },
);
mutateGetter(
  Response.prototype,
  "type",
  (original) =>
    function () {
      return clones.has(this) ? "default" : original.call(this);
    },
);

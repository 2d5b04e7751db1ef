// META: fault=A request and its clone share their headers.
// META: requirement=request-clone-copy
// META: requirement=guard-request-clone
const shared = new WeakMap();
mutate(
  Request.prototype,
  "clone",
  (original) =>
    function () {
      const clone = original.call(this);
      shared.set(clone, this.headers);
      return clone;
    },
);
mutateGetter(
  Request.prototype,
  "headers",
  (original) =>
    function () {
      return shared.get(this) ?? original.call(this);
    },
);

// META: fault=ok is true for 304 too.
// META: requirement=status-ok
mutateGetter(
  Response.prototype,
  "ok",
  (original) =>
    function () {
      return original.call(this) || this.status === 304;
    },
);

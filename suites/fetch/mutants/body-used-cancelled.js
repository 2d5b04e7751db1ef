// META: fault=bodyUsed stays false when the body was cancelled.
// META: requirement=body-disturbed
const { get } = Object.getOwnPropertyDescriptor(Response.prototype, "body");
const cancelled = new WeakSet();
mutate(
  ReadableStream.prototype,
  "cancel",
  (original) =>
    function (...args) {
      if (!this.locked) cancelled.add(this);
      return original.apply(this, args);
    },
);
mutateGetter(
  Response.prototype,
  "bodyUsed",
  (original) =>
    function () {
      return original.call(this) && !cancelled.has(get.call(this));
    },
);

// META: fault=bytes() throws for a foreign receiver instead of rejecting.
// META: requirement=body-receiver
const { get } = Object.getOwnPropertyDescriptor(Request.prototype, "bodyUsed");
mutate(
  Request.prototype,
  "bytes",
  (original) =>
    function () {
      get.call(this);
      return original.call(this);
    },
);

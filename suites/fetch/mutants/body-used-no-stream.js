// META: fault=The body of a response is null once it was used.
// META: requirement=body-getter
const { get } = Object.getOwnPropertyDescriptor(Response.prototype, "bodyUsed");
mutateGetter(
  Response.prototype,
  "body",
  (original) =>
    function () {
      return get.call(this) ? null : original.call(this);
    },
);

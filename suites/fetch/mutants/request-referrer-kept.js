// META: fault=A request made from another with init keeps its referrer.
// META: requirement=request-copy-referrer
const { get } = Object.getOwnPropertyDescriptor(Request.prototype, "referrer");
const referrers = new WeakMap();
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init] = args;
  const request = construct(args);
  if (input instanceof Request && Object(init) === init && init.referrer === undefined) {
    referrers.set(request, input.referrer);
  }
  return request;
});
mutateGetter(
  Request.prototype,
  "referrer",
  () =>
    function () {
      return referrers.get(this) ?? get.call(this);
    },
);

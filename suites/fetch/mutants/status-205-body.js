// META: fault=The status 205 goes with a body.
// META: requirement=status-null-body
const resets = new WeakSet();
mutateConstructor(globalThis, "Response", (args, construct) => {
  const [body, init] = args;
  if (body === null || body === undefined || init?.status !== 205) return construct(args);
  const response = construct([body, withMember(init, "status", () => 200)]);
  resets.add(response);
  return response;
});
mutateGetter(
  Response.prototype,
  "status",
  (original) =>
    function () {
      return resets.has(this) ? 205 : original.call(this);
    },
);

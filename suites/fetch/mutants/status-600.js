// META: fault=The status 600 is allowed.
// META: requirement=status-range
const statuses = new WeakSet();
mutateConstructor(globalThis, "Response", (args, construct) => {
  const [body, init] = args;
  if (init?.status !== 600) return construct(args);
  const response = construct([body, withMember(init, "status", () => 599)]);
  statuses.add(response);
  return response;
});
mutateGetter(
  Response.prototype,
  "status",
  (original) =>
    function () {
      return statuses.has(this) ? 600 : original.call(this);
    },
);

// META: fault=Cache mode only-if-cached needs no mode same-origin.
// META: requirement=request-only-if-cached
const cached = new WeakSet();
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init] = args;
  if (init?.cache !== "only-if-cached") return construct(args);
  const request = construct([input, withMember(init, "cache", () => undefined)]);
  cached.add(request);
  return request;
});
mutateGetter(
  Request.prototype,
  "cache",
  (original) =>
    function () {
      return cached.has(this) ? "only-if-cached" : original.call(this);
    },
);

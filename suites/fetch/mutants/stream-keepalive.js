// META: fault=new Request() takes a stream with keepalive.
// META: requirement=stream-keepalive
const alive = new WeakSet();
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init] = args;
  if (!(init?.body instanceof ReadableStream && init.keepalive)) return construct(args);
  const request = construct([input, withMember(init, "keepalive", () => false)]);
  alive.add(request);
  return request;
});
mutateGetter(
  Request.prototype,
  "keepalive",
  (original) =>
    function () {
      return alive.has(this) || original.call(this);
    },
);

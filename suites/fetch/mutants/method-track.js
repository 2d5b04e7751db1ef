// META: fault=new Request() accepts the method TRACK.
// META: requirement=method-forbidden
const tracks = new WeakSet();
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, init] = args;
  if (Object(init) !== init || !/^track$/i.test(init.method)) return construct(args);
  const request = construct([input, withMember(init, "method", () => "POST")]);
  tracks.add(request);
  return request;
});
mutateGetter(
  Request.prototype,
  "method",
  (original) =>
    function () {
      return tracks.has(this) ? "TRACK" : original.call(this);
    },
);

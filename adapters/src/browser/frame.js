// What only a frame of a page can do for the far end of the wire (farEnd(), which stands in front of
// this, in the same function). The page leaves the request on the frame's element; the scripts of the
// test stand in the document behind this one. It adds no API and repairs none.

// A test may replace any of these; what the host needs is taken before.
const scope = globalThis;
const uncurried = (method) => Function.prototype.call.bind(method);
const getter = (type, name) => uncurried(Object.getOwnPropertyDescriptor(type.prototype, name).get);
const setTimer = scope.setTimeout.bind(scope);
const errorOf = getter(ErrorEvent, "error");
const reasonOf = getter(PromiseRejectionEvent, "reason");

const element = scope.frameElement;
const { request, url, say, ended } = element.winterproof;
delete element.winterproof;
document.currentScript.remove();
// The document has an address of its own only because several tests can be at the same one.
history.replaceState(null, "", url);

const { run, uncaught } = farEnd({
  request,
  version: "",
  write: say,
  // Rejections are told in a task of their own, which was queued before the second of these.
  later: (callback) => setTimer(() => setTimer(callback, 0), 0),
  after: setTimer,
  // The page removes the frame.
  exit: ended,
});
// The first listener, so no other can keep an event from it.
scope.addEventListener("error", (event) => uncaught("error", errorOf(event)));
scope.addEventListener("unhandledrejection", (event) =>
  uncaught("unhandledrejection", reasonOf(event)),
);
run();

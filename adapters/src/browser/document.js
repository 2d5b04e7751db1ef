// What only a document can do for the far end of the wire (farEnd(), which stands in front of this, in
// the same function, with window.js or frame.js, which know where the request is, who hears what is
// said and how to leave). The scripts of the test stand in the document behind it. It adds no API and
// repairs none.

// A test may replace any of these; what the host needs is taken before.
const scope = globalThis;
const uncurried = (method) => Function.prototype.call.bind(method);
const getter = (type, name) => uncurried(Object.getOwnPropertyDescriptor(type.prototype, name).get);
const setTimer = scope.setTimeout.bind(scope);
const isAbove = uncurried(Object.prototype.isPrototypeOf);
const { ErrorEvent, PromiseRejectionEvent } = scope;
const errorOf = getter(ErrorEvent, "error");
const reasonOf = getter(PromiseRejectionEvent, "reason");

const { run, uncaught } = farEnd({
  request,
  version: "",
  write: say,
  // Rejections are told in a task of their own, which was queued before the second of these.
  later: (callback) => setTimer(() => setTimer(callback, 0), 0),
  after: setTimer,
  // The page removes the frame, and the window closes.
  exit: leave,
});
// The first listeners, so no other can keep an event from them. A test can dispatch events of the
// same names, which need not be of the same kind.
scope.addEventListener("error", (event) => {
  if (isAbove(ErrorEvent.prototype, event)) uncaught("error", errorOf(event));
});
scope.addEventListener("unhandledrejection", (event) => {
  if (!isAbove(PromiseRejectionEvent.prototype, event)) return;
  uncaught("unhandledrejection", reasonOf(event));
});
run();

// What the hosts in documents and in workers of a browser have in common. farEnd() stands in front of
// this, document.js or worker.js behind it, all in one function. It adds no API and repairs none.

// A test may replace any of these; what the host needs is taken before.
const scope = globalThis;
const uncurried = (method) => Function.prototype.call.bind(method);
const getter = (type, name) => uncurried(Object.getOwnPropertyDescriptor(type.prototype, name).get);
const setTimer = scope.setTimeout.bind(scope);
const isAbove = uncurried(Object.prototype.isPrototypeOf);
const { ErrorEvent, PromiseRejectionEvent } = scope;
const errorOf = getter(ErrorEvent, "error");
const reasonOf = getter(PromiseRejectionEvent, "reason");

// Runs the test of the request; `platform` holds what farEnd() is told and only one of the hosts knows.
function runTest(platform) {
  const { run, uncaught } = farEnd({
    ...platform,
    version: "",
    // Rejections are told in a task of their own, which was queued before the second of these.
    later: (callback) => setTimer(() => setTimer(callback, 0), 0),
    after: setTimer,
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
}

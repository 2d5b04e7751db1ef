// What only a worker of a browser can do for the far end of the wire (farEnd(), which stands in front
// of this, in the same function): the request is the first message of the page, answers are messages
// to it. It adds no API and repairs none.

// A test may replace any of these; what the host needs is taken before.
const scope = globalThis;
const call = Function.prototype.call;
const uncurried = (method) => call.bind(method);
const getter = (type, name) => uncurried(Object.getOwnPropertyDescriptor(type.prototype, name).get);
const post = scope.postMessage.bind(scope);
const importScript = scope.importScripts.bind(scope);
const setTimer = scope.setTimeout.bind(scope);
const isAbove = uncurried(Object.prototype.isPrototypeOf);
const { ErrorEvent, PromiseRejectionEvent } = scope;
const errorOf = getter(ErrorEvent, "error");
const reasonOf = getter(PromiseRejectionEvent, "reason");

scope.addEventListener(
  "message",
  (event) => {
    // Nobody else was told to wait for it.
    event.stopImmediatePropagation();
    start(event.data);
  },
  { once: true },
);

function start(request) {
  const ended = `${request.key}!ended`;
  const { run, uncaught } = farEnd({
    request,
    version: "",
    write: post,
    evaluate: ({ url }) => importScript(url),
    // Rejections are told in a task of their own, which was queued before the second of these.
    later: (callback) => setTimer(() => setTimer(callback, 0), 0),
    after: setTimer,
    // The page ends the worker.
    exit: () => post(ended),
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
  // Where WPT's tests come with WPT's harness, its server ends each worker so.
  if (request.aliases !== undefined && typeof scope.done === "function") scope.done();
}

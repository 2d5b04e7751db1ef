// What only a worker can do for the far end of the wire, behind common.js: the request is the first
// message of the page, answers are messages to it.

// A test may replace any of these; what the host needs is taken before.
const post = scope.postMessage.bind(scope);
const importScript = scope.importScripts.bind(scope);

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
  runTest({
    request,
    write: post,
    evaluate: ({ url }) => importScript(url),
    // The page ends the worker.
    exit: () => post(ended),
  });
  // Where WPT's tests come with WPT's harness, its server ends each worker so.
  if (request.aliases !== undefined && typeof scope.done === "function") scope.done();
}

// What only Bun can do for the far end of the wire (farEnd(), which stands in front of this): one
// process runs one test. The request is standard input, messages go to file descriptor 3, which a
// test's own output never reaches. It adds no API and repairs none.
const fs = require("node:fs");
const { Script } = require("node:vm");

const CHANNEL = 3;
// A test may replace any of these; what the host needs is taken before.
const { readFileSync, writeSync } = fs;
const runInThisContext = Function.prototype.call.bind(Script.prototype.runInThisContext);
const defer = setImmediate;
// Unlike process.exit, this runs none of the test's own "exit" listeners.
const exit = process.reallyExit.bind(process);
const { bun, webkit } = process.versions;

const request = JSON.parse(readFileSync(0, "utf8"));
// The request is a file of this process alone; a test shall not read the key out of it.
try {
  fs.ftruncateSync(0);
} catch {
  // A pipe, when somebody tries the host by hand: it is empty by now.
}

const { run, uncaught, expire } = farEnd({
  request,
  version: bun,
  // A commit of WebKit's.
  engine: `JavaScriptCore ${webkit.slice(0, 12)}`,
  // The channel is a blocking pipe: nothing is cut or kept back.
  write: (text) => writeSync(CHANNEL, text),
  evaluate: ({ url, source, file }) =>
    runInThisContext(new Script(source ?? readFileSync(file, "utf8"), { filename: url })),
  // Rejections that nothing handled are told after the microtasks: wait for one turn.
  later: (callback) => defer(callback),
  after: (callback, ms) => setTimeout(callback, ms).unref(),
  exit: () => exit(0),
});

if (request.type === "run") {
  // The global object of Bun hears no "error" events: its process does.
  process.on("uncaughtException", (error) => uncaught("error", error));
  process.on("unhandledRejection", (reason) => uncaught("unhandledrejection", reason));
  process.on("beforeExit", () => expire("the runtime is idle and the test is not done"));
  // The runtime is still at work on this module: it may need what the test is going to break.
  setTimeout(run, 0);
} else {
  exit(0);
}

// What only Node.js can do for the far end of the wire (farEnd(), which stands in front of this):
// one process runs one test. The request is standard input, messages go to file descriptor 3,
// which a test's own output never reaches. It adds no API and repairs none.
const fs = require("node:fs");
const { Script } = require("node:vm");

const CHANNEL = 3;
// A test may replace any of these; what the host needs is taken before.
const { readFileSync, writeFileSync, renameSync, writeSync } = fs;
const defer = setImmediate;
const { pid, version, versions } = process;
// Unlike process.exit, this runs none of the test's own "exit" listeners.
const exit = process.reallyExit.bind(process);

const request = JSON.parse(readFileSync(0, "utf8"));
// The request is a file of this process alone; a test shall not read the key out of it.
try {
  fs.ftruncateSync(0);
} catch {
  // A pipe, when somebody tries the host by hand: it is empty by now.
}

const { run, uncaught, expire } = farEnd({
  request,
  version: version.slice(1),
  engine: `V8 ${versions.v8}`,
  // The channel is a blocking pipe: nothing is cut or kept back.
  write: (text) => writeSync(CHANNEL, text),
  evaluate: ({ url, source, file }) => script(url, source, file).runInThisContext(),
  // Rejections that nothing handled are told after the microtasks: wait for one turn.
  later: (callback) => defer(callback),
  after: (callback, ms) => setTimeout(callback, ms).unref(),
  exit: () => exit(0),
});

// Files are the same in all tests of a run: the first of them leaves V8's code for the others. They
// come before any script of the test, so none can have a hand in it.
function script(filename, source, file) {
  if (file === undefined) return new Script(source, { filename });
  const text = readFileSync(file, "utf8");
  const cache = `${file}-${version}.cache`;
  let cachedData;
  try {
    cachedData = readFileSync(cache);
  } catch {
    const compiled = new Script(text, { filename });
    try {
      writeFileSync(`${cache}.${pid}`, compiled.createCachedData());
      renameSync(`${cache}.${pid}`, cache);
    } catch {
      // A full disk: the next test compiles again.
    }
    return compiled;
  }
  return new Script(text, { filename, cachedData });
}

if (request.type === "run") {
  process.on("uncaughtException", (error) => uncaught("error", error));
  process.on("unhandledRejection", (reason) => uncaught("unhandledrejection", reason));
  process.on("beforeExit", () => expire("the runtime is idle and the test is not done"));
  // The base URL of Node's own fetch: the setting behind undici's setGlobalOrigin().
  if (request.base_url !== undefined) {
    Object.defineProperty(globalThis, Symbol.for("undici.globalOrigin.1"), {
      value: new URL(request.base_url),
      writable: true,
      enumerable: false,
      configurable: false,
    });
  }
  run();
} else {
  exit(0);
}

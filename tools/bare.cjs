// Runs one test file in the runtime at hand by the barest means, and prints one line of JSON:
// {status, message, subtests: [{name, status, message}]}.
//
//   node bare.cjs --root DIR --harness FILE [--base URL] [--variant "?x"] [--alias-self] TEST
//
// It is the independent check of the adapters and shares no code with them. It works in Node.js, in
// Deno (`deno run -A`) and in Bun.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");
const { compileFunction, runInThisContext } = require("node:vm");

const HARNESS_STATUS = ["OK", "ERROR", "TIMEOUT", "PRECONDITION_FAILED"];
const SUBTEST_STATUS = ["PASS", "FAIL", "TIMEOUT", "NOTRUN", "PRECONDITION_FAILED"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: "string" },
    harness: { type: "string" },
    base: { type: "string", default: "http://127.0.0.1/" },
    variant: { type: "string", default: "" },
    "alias-self": { type: "boolean", default: false },
  },
});
const root = path.resolve(options.root);
const test = path.resolve(root, positionals[0]);

// Tests replace built-ins: what is needed while they run is taken before.
const { stringify } = JSON;
const { writeSync } = fs;
const exit = process.exit.bind(process);
const defer = setImmediate;

// WPT's server answers this path with another file.
const parser = path.join(root, "resources/WebIDLParser.js");
const place = (file) =>
  file === parser ? path.join(root, "resources/webidl2/lib/webidl2.js") : file;
const readScript = (file) => fs.readFileSync(place(file), "utf8").replace(/^\ufeff/, "");
const evaluate = (file) => runInThisContext(readScript(file), { filename: file });

// The environment of a test: the base of relative URLs where Node.js keeps it for fetch(), and the
// names that WPT's tests take for granted.
const address = new URL(options.variant, options.base);
globalThis[Symbol.for("undici.globalOrigin.1")] = address;
const no = () => false;
globalThis.GLOBAL = { isWindow: no, isWorker: no, isShadowRealm: no };
if (options["alias-self"]) {
  const { href, origin, protocol, host, hostname, port, pathname, search, hash } = address;
  const parts = { href, origin, protocol, host, hostname, port, pathname, search, hash };
  globalThis.self ??= globalThis;
  globalThis.location ??= { ...parts, toString: () => href };
}

// testharness.js handles uncaught errors as a window reports them, by events. Not every runtime has
// these: it gets a stand-in for addEventListener() while it loads, and its listeners are called here.
const listeners = {};
const native = Object.getOwnPropertyDescriptor(globalThis, "addEventListener");
Object.defineProperty(globalThis, "addEventListener", {
  value: (type, listener) => {
    listeners[type] = listener;
  },
  configurable: true,
});
if ("self" in globalThis) {
  evaluate(options.harness);
} else {
  // WPT's testharness.js needs a `self`, also while tests run: one that the tests don't see.
  compileFunction(readScript(options.harness), ["self"], { filename: options.harness })(globalThis);
}
if (native) Object.defineProperty(globalThis, "addEventListener", native);
else delete globalThis.addEventListener;

function uncaught(error) {
  listeners.error({ error, message: String(error), filename: test, lineno: 0, colno: 0 });
}
process.on("uncaughtException", uncaught);
process.on("unhandledRejection", (reason) => listeners.unhandledrejection({ reason }));

// The end: all tests are done, nothing is left to run, or the time is over.
const { add_completion_callback, timeout } = globalThis;
let result = null;
add_completion_callback((tests, status) => {
  result = { tests, status };
  // Rejections that are already there are told of after the microtasks: wait for one turn.
  defer(print);
});
function print() {
  const { status, message } = result.status;
  const subtests = [];
  for (let i = 0; i < result.tests.length; i++) {
    const { name, status, message } = result.tests[i];
    subtests[i] = { name, status: SUBTEST_STATUS[status], message };
  }
  let bytes = Buffer.from(`${stringify({ status: HARNESS_STATUS[status], message, subtests })}\n`);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
  exit(0);
}

const source = readScript(test);
// WPT's server hands the title over like this; subtests without a name take it.
const title = /^\/\/\s*META:\s*title=(.*)$/m.exec(source);
if (title) globalThis.META_TITLE = title[1];
const long = /^\/\/\s*META:\s*timeout=long/m.test(source);
process.on("beforeExit", timeout);
setTimeout(timeout, long ? 60_000 : 10_000).unref();

try {
  for (const [, reference] of source.matchAll(/^\/\/\s*META:\s*script=(\S+)/gm)) {
    const folder = reference.startsWith("/") ? root : path.dirname(test);
    evaluate(path.join(folder, reference));
  }
  evaluate(test);
} catch (error) {
  uncaught(error);
}

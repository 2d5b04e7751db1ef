// The far end of the wire inside Node.js: one process runs one test.
//
// Owns: reading the request from standard input, evaluating the scripts as classic scripts,
// observing what nothing caught, and seeing that nothing is left to run. It adds no API and
// repairs none. Answers go to file descriptor 3, which a test's own output never reaches.
"use strict";
const fs = require("node:fs");
const { runInThisContext } = require("node:vm");

const CHANNEL = 3;
// A test may replace any of these; what the host needs is taken before.
const { parse, stringify } = JSON;
const writeSync = fs.writeSync;
const { exit } = process;
const defer = setImmediate;
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const split = uncurry(String.prototype.split);
const on = process.on.bind(process);

const request = parse(fs.readFileSync(0, "utf8"));
const prefix = `${request.key} `;

function send(text) {
  let bytes = Buffer.from(`${prefix}${split(text, "\n").join(`\n${prefix}`)}\n`);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(CHANNEL, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

const { version, versions } = process;
send(
  `{"type":"hello","wire":${request.wire},"version":"${version.slice(1)}","engine":"V8 ${versions.v8}"}`,
);
if (request.type === "run") run(request);

function run({ scripts, timeout_ms, base_url, aliases = [] }) {
  let ended = false;
  const host = {
    send,
    // Rejections that nothing handled are told after the microtasks: wait for one turn.
    completed: () => defer(end),
    uncaught: null,
    expire: null,
    close: null,
  };
  function end() {
    if (ended) return;
    ended = true;
    host.close();
    exit.call(process, 0);
  }
  function expire(reason) {
    if (ended) return;
    host.expire(reason);
    defer(end);
  }
  function uncaught(kind, value) {
    if (host.uncaught !== null) return host.uncaught(kind, value);
    // testharness.js itself did not load: there is nobody to report to.
    const message = stringify(String(value?.stack ?? value));
    send(`{"type":"done","status":"ERROR","message":${message}}`);
    exit.call(process, 0);
  }

  on("uncaughtException", (error) => uncaught("error", error));
  on("unhandledRejection", (reason) => uncaught("unhandledrejection", reason));
  on("beforeExit", () => expire("the runtime is idle and the test is not done"));
  setTimeout(() => expire(`not done after ${timeout_ms} ms`), timeout_ms).unref();

  // The environment of the test: a base URL for Node's own fetch, and names that WPT's tests take
  // for granted. `undici.globalOrigin.1` is the setting behind undici's setGlobalOrigin().
  if (base_url !== undefined) {
    Object.defineProperty(globalThis, Symbol.for("undici.globalOrigin.1"), {
      value: new URL(base_url),
      writable: true,
      enumerable: false,
      configurable: false,
    });
  }
  for (const name of aliases) {
    if (!(name in globalThis)) define(name, globalThis);
  }
  const no = () => false;
  define("GLOBAL", { isWindow: no, isWorker: no, isShadowRealm: no });
  define("__winterproof__", host);

  for (const { url, source } of scripts) {
    try {
      runInThisContext(source, { filename: url, importModuleDynamically: undefined });
    } catch (error) {
      uncaught("error", error);
    }
  }
}

function define(name, value) {
  Object.defineProperty(globalThis, name, {
    value,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

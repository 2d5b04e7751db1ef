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
const { writeSync } = fs;
const text = String;
const defer = setImmediate;
// Unlike process.exit, this runs none of the test's own "exit" listeners.
const exit = process.reallyExit.bind(process);
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const indexOf = uncurry(String.prototype.indexOf);
const slice = uncurry(String.prototype.slice);
const on = process.on.bind(process);

const request = parse(fs.readFileSync(0, "utf8"));
// The request is a file of this process alone; a test shall not read the key out of it.
try {
  fs.ftruncateSync(0);
} catch {
  // A pipe, when somebody tries the host by hand: it is empty by now.
}
const prefix = `${request.key} `;

// Writes whole messages, one a line. The channel is a blocking pipe: nothing is cut or kept back.
function send(messages) {
  let lines = "";
  let from = 0;
  for (;;) {
    const to = indexOf(messages, "\n", from);
    if (to < 0) break;
    lines += `${prefix}${slice(messages, from, to)}\n`;
    from = to + 1;
  }
  writeSync(CHANNEL, `${lines}${prefix}${slice(messages, from)}\n`);
}

const { version, versions } = process;
send(
  `{"type":"hello","wire":${request.wire},"version":"${version.slice(1)}","engine":"V8 ${versions.v8}"}`,
);
if (request.type === "run") run(request);

function run({ title, scripts, timeout_ms, base_url, aliases = [] }) {
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
    exit(0);
  }
  function expire(reason) {
    if (ended) return;
    host.expire(reason);
    defer(end);
  }
  function uncaught(kind, value) {
    if (host.uncaught !== null) return host.uncaught(kind, value);
    // testharness.js itself did not load: there is nobody to report to.
    const message = stringify(text(value?.stack ?? value));
    send(`{"type":"done","status":"ERROR","message":${message}}`);
    exit(0);
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
  if (aliases.length > 0 && base_url !== undefined && !("location" in globalThis)) {
    define("location", addressOf(base_url));
  }
  const no = () => false;
  define("GLOBAL", { isWindow: no, isWorker: no, isShadowRealm: no });
  if (title !== undefined) define("META_TITLE", title);
  define("__winterproof__", host);

  for (const { url, source } of scripts) {
    try {
      runInThisContext(source, { filename: url, importModuleDynamically: undefined });
    } catch (error) {
      uncaught("error", error);
    }
  }
}

// What WPT's tests read of `location`; their variants stand in its query. No URL object: one of
// them tests that `location` is none.
function addressOf(url) {
  const { href, origin, protocol, host, hostname, port, pathname, search, hash } = new URL(url);
  return {
    href,
    origin,
    protocol,
    host,
    hostname,
    port,
    pathname,
    search,
    hash,
    toString: () => href,
  };
}

function define(name, value) {
  Object.defineProperty(globalThis, name, {
    value,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

// The far end of the wire in JavaScript, for hosts that are scripts: winterproof puts this text in
// front of each. It knows no runtime: what only the runtime can do, the host hands in.
//
// Owns: saying hello, the environment of a test, the order of a run and its end. Does not own: how
// scripts are evaluated, how errors that nothing caught are noticed, or where messages go.
"use strict";

// `platform` is what the host brings:
//   request            the parsed request
//   version, engine    who answers
//   write(text)        writes whole lines to the channel, at once
//   evaluate(script)   evaluates a classic script {url, source} or {url, file}; throws what it throws.
//                      Absent where the runtime evaluates them by itself after run()
//   later(callback)    calls back when the rejections that are already there have been noticed
//   after(callback, ms)  calls back after that time, and keeps nothing alive for it
//   exit()             ends the process with code 0, without listeners of the test's own
// All of it is used after the test has begun, so it must be out of the test's reach.
//
// The host then calls, on what it gets back: run(), once; uncaught(kind, value) for what nothing
// caught ("error", "unhandledrejection"); expire(reason) when nothing is left to run.
function farEnd(platform) {
  const { request, write, evaluate, later, after, exit } = platform;
  // A test may replace any of these; what is needed later is taken before.
  const { stringify } = JSON;
  const text = String;
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const indexOf = uncurry(String.prototype.indexOf);
  const slice = uncurry(String.prototype.slice);
  const prefix = `${request.key} `;
  let ended = false;

  // Writes whole messages, one a line.
  function send(messages) {
    let lines = "";
    let from = 0;
    for (;;) {
      const to = indexOf(messages, "\n", from);
      if (to < 0) break;
      lines += `${prefix}${slice(messages, from, to)}\n`;
      from = to + 1;
    }
    write(`${lines}${prefix}${slice(messages, from)}\n`);
  }

  // Where this script and testharnessreport.js meet; see docs/wire.md.
  const host = { send, completed: () => later(end), uncaught: null, expire: null, close: null };

  function end() {
    if (ended) return;
    ended = true;
    host.close();
    exit();
  }

  function uncaught(kind, value) {
    if (ended) return;
    if (host.uncaught !== null) {
      host.uncaught(kind, value);
      return;
    }
    // testharness.js itself did not load: there is nobody to report to.
    ended = true;
    let shown;
    try {
      shown = text(value?.stack ?? value);
    } catch {
      shown = "(a value that cannot be made a string)";
    }
    send(`{"type":"done","status":"ERROR","message":${stringify(shown)}}`);
    exit();
  }

  function expire(reason) {
    if (ended) return;
    if (host.expire === null) {
      uncaught("error", reason);
      return;
    }
    host.expire(reason);
    later(end);
  }

  function run() {
    const { title, scope, scripts, timeout_ms, base_url, aliases = [] } = request;
    after(() => expire(`not done after ${timeout_ms} ms`), timeout_ms);
    for (const name of aliases) {
      if (!(name in globalThis)) define(name, globalThis);
    }
    if (aliases.length > 0 && base_url !== undefined && !("location" in globalThis)) {
      define("location", addressOf(base_url));
    }
    define("GLOBAL", {
      isWindow: () => scope === "window",
      isWorker: () => scope !== "window" && scope !== "shell",
      isShadowRealm: () => false,
    });
    if (title !== undefined) define("META_TITLE", title);
    define("__winterproof__", host);
    for (let i = 0; evaluate && i < scripts.length; i++) {
      try {
        evaluate(scripts[i]);
      } catch (error) {
        uncaught("error", error);
      }
    }
  }

  // What WPT's tests read of `location`; their variants stand in its query. No URL object: one of
  // them tests that `location` is none, and not every runtime has one.
  function addressOf(href) {
    const parts = /^(\w+:)\/\/(([^:/?#]+):?(\d*))([^?#]*)(\??[^#]*)(#?.*)$/.exec(href);
    const [, protocol, host, hostname, port, pathname, search, hash] = parts;
    const origin = `${protocol}//${host}`;
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

  const { version, engine } = platform;
  send(stringify({ type: "hello", wire: request.wire, version, engine }));
  return { run, uncaught, expire };
}

// Reports what testharness.js sees to the host: ours to write, as web-platform-tests foresees.
//
// Evaluated right after testharness.js (ours or WPT's own), before any script of the test. The
// host leaves an object in `globalThis.__winterproof__`, taken away here so that no test sees it:
//   send(text)    writes one or more whole messages of the wire (without key), newline-separated
//   completed()   the test has ended; the host lets rejections that are already there be observed
//                 and then calls close()
// and receives three functions on the same object:
//   uncaught(kind, value)   nothing caught this: "error" or "unhandledrejection"
//   expire(reason)          the deadline passed or nothing is left to run
//   close()                 say what is still unsaid and that the test is done
//
// Tests replace built-ins; everything used after this script is captured here. Messages are put
// together by hand: JSON.stringify of a plain string calls nothing that a test could have replaced.
(() => {
  "use strict";
  const host = globalThis.__winterproof__;
  delete globalThis.__winterproof__;

  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const quote = JSON.stringify;
  const text = String;
  const slice = uncurry(String.prototype.slice);
  const hex = uncurry(Number.prototype.toString);
  const charCode = uncurry(String.prototype.charCodeAt);
  const wellFormed = String.prototype.isWellFormed && uncurry(String.prototype.isWellFormed);
  const endTests = globalThis.timeout;
  const endWait = globalThis.done;
  const { getPrototypeOf } = Object;
  const { isArray } = Array;
  const throwOptional = globalThis.assert_implements_optional;

  const SUBTEST_STATUS = ["PASS", "FAIL", "TIMEOUT", "NOTRUN", "PRECONDITION_FAILED"];
  const HARNESS_STATUS = ["OK", "ERROR", "TIMEOUT", "PRECONDITION_FAILED"];
  const STARTED = 1; // Test.phases.STARTED
  const LONGEST = 16384; // UTF-16 code units of a name, a message or a stack
  const MOST_REQUIREMENTS = 100; // of one subtest

  // UTF-8 has no lone surrogates; WPT writes them as U+d800 in names, and so do we everywhere.
  function scalar(value) {
    if (wellFormed ? wellFormed(value) : isWellFormed(value)) return value;
    let out = "";
    for (let i = 0; i < value.length; i++) {
      const unit = charCode(value, i);
      const next = i + 1 < value.length ? charCode(value, i + 1) : 0;
      if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
        out += slice(value, i, i + 2);
        i++;
      } else {
        out += unit >= 0xd800 && unit < 0xe000 ? `U+${hex(unit, 16)}` : slice(value, i, i + 1);
      }
    }
    return out;
  }

  function isWellFormed(value) {
    for (let i = 0; i < value.length; i++) {
      const unit = charCode(value, i);
      if (unit < 0xd800 || unit >= 0xe000) continue;
      const next = i + 1 < value.length ? charCode(value, i + 1) : 0;
      if (unit >= 0xdc00 || next < 0xdc00 || next >= 0xe000) return false;
      i++;
    }
    return true;
  }

  // The text of anything as a JSON string, cut where it is absurdly long.
  function json(value) {
    let plain;
    try {
      plain = text(value);
    } catch {
      plain = "(a value that cannot be made a string)";
    }
    if (plain.length > LONGEST) {
      plain = `${slice(plain, 0, LONGEST)}… (${plain.length - LONGEST} more)`;
    }
    return quote(scalar(plain));
  }

  function optional(key, value) {
    return value === null || value === undefined ? "" : `,"${key}":${json(value)}`;
  }

  // A getter on an error can throw or lie; what it gives is only ever text.
  function read(value, key) {
    try {
      return value === null || value === undefined ? undefined : value[key];
    } catch {
      return undefined;
    }
  }

  // The ids that a subtest names in its properties. They are the test's own to write: whatever is
  // no list of texts is left out.
  function requirements(test) {
    const ids = read(read(test, "properties"), "requirements");
    if (ids === undefined) return "";
    let list = "";
    try {
      if (!isArray(ids)) return "";
      for (let i = 0; i < ids.length && i < MOST_REQUIREMENTS; i++) {
        const id = ids[i];
        if (typeof id === "string") list += list === "" ? json(id) : `,${json(id)}`;
      }
    } catch {
      return "";
    }
    return list === "" ? "" : `,"requirements":[${list}]`;
  }

  // `waiting` holds messages that need not be written before something runs: the names of subtests
  // which exist and have not started.
  let waiting = "";
  let created = null;
  function send(message) {
    flushCreated();
    const all = waiting === "" ? message : `${waiting}\n${message}`;
    waiting = "";
    host.send(all);
  }
  function flushCreated() {
    if (created === null) return;
    const message = `{"type":"created","name":${json(created.name)}}`;
    waiting = waiting === "" ? message : `${waiting}\n${message}`;
    created = null;
  }

  // Told apart by index: names can repeat.
  const started = { __proto__: null };
  const reported = { __proto__: null };
  let properties = {};
  let completion = null;
  let failure = null;
  let expired = null;
  let first = null;
  let closed = false;

  function subtest(test) {
    if (reported[test.index]) return;
    reported[test.index] = true;
    // A test can write what it likes into its own object; what is no status is no pass.
    const status = SUBTEST_STATUS[test.status] ?? "FAIL";
    send(
      `{"type":"subtest","name":${json(test.name)},"status":"${status}"` +
        `${optional("message", test.message)}${optional("stack", test.stack)}` +
        `${requirements(test)}}`,
    );
  }

  add_start_callback((given) => {
    properties = given ?? properties;
  });
  add_test_state_callback((test) => {
    if (first === null) first = test;
    if (test.phase < STARTED) {
      flushCreated();
      created = test;
    } else if (test.phase === STARTED && !started[test.index]) {
      started[test.index] = true;
      if (created === test) created = null;
      send(`{"type":"started","name":${json(test.name)}}`);
    }
  });
  add_result_callback((test) => subtest(test));
  add_completion_callback((tests, harnessStatus) => {
    // Copied: a later callback of the test's own may change the object.
    const { status, message, stack } = harnessStatus;
    completion = { tests, harnessStatus: { status, message, stack } };
    host.completed();
  });

  host.uncaught = (kind, value) => {
    const own = read(value, "message");
    const detail = typeof own === "string" ? describe(value, own) : value;
    const message = kind === "error" ? json(detail) : prefixed("Unhandled rejection: ", detail);
    const stack = optional("stack", read(value, "stack"));
    const allowed = properties.allow_uncaught_exception === true;
    send(`{"type":"uncaught","kind":"${kind}","message":${message}${stack},"allowed":${allowed}}`);
    if (allowed || closed) return;
    if (properties.single_test === true && first !== null) {
      first.step(() => {
        throw value;
      });
    } else if (failure === null) {
      const status = isOptional(value) ? "PRECONDITION_FAILED" : "ERROR";
      failure = `"status":"${status}","message":${message}${stack}`;
    }
    endWait();
  };

  function describe(value, message) {
    const name = read(value, "name");
    return typeof name === "string" && name !== "" ? `${name}: ${message}` : message;
  }

  function prefixed(prefix, detail) {
    const quoted = json(detail);
    return `"${prefix}${slice(quoted, 1)}`;
  }

  // Whether it is what assert_implements_optional() throws; testharness.js exposes no class for it.
  function isOptional(value) {
    try {
      throwOptional(false);
    } catch (optional) {
      try {
        return getPrototypeOf(value) === getPrototypeOf(optional);
      } catch {}
    }
    return false;
  }

  host.expire = (reason) => {
    expired = reason;
    try {
      endTests();
    } catch (error) {
      if (failure === null) failure = `"status":"ERROR","message":${json(error)}`;
    }
  };

  host.close = () => {
    if (closed) return;
    closed = true;
    if (completion !== null) {
      const { tests } = completion;
      for (let i = 0; i < tests.length; i++) subtest(tests[i]);
    }
    flushCreated();
    send(`{"type":"done",${outcome()}}`);
  };

  function outcome() {
    if (failure !== null) return failure;
    const status = completion?.harnessStatus;
    const name = status ? (HARNESS_STATUS[status.status] ?? "ERROR") : "TIMEOUT";
    const message = status?.message ?? (name === "TIMEOUT" ? expired : null);
    return `"status":"${name}"${optional("message", message)}${optional("stack", status?.stack)}`;
  }

  // In a page, WPT's testharness.js has a clock of its own and shows results in the document.
  if (globalThis.GLOBAL?.isWindow()) setup({ explicit_timeout: true, output: false });
})();

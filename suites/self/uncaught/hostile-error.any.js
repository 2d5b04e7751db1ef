// META: title=An uncaught error that resists being looked at
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception
// META: requires=timers
// META: requires=uncaught-error
// EXPECT: ERROR
// EXPECT: PASS "ends after the error"
"use strict";

class HostileError extends Error {
  get message() {
    throw new Error("no message");
  }
  get stack() {
    throw new Error("no stack");
  }
  get name() {
    throw new Error("no name");
  }
  toString() {
    throw new Error("no string");
  }
}

async_test((t) => {
  setTimeout(() => {
    throw new HostileError();
  }, 0);
  setTimeout(() => t.done(), 100);
}, "ends after the error");

// META: title=An error thrown in a timer
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception
// META: requires=timers
// META: requires=uncaught-error
// EXPECT: ERROR ~ "thrown in a timer"
// EXPECT: PASS "before"
// EXPECT: PASS "ends after the error"
"use strict";

test(() => {}, "before");

async_test((t) => {
  setTimeout(() => {
    throw new Error("thrown in a timer");
  }, 0);
  setTimeout(() => t.done(), 100);
}, "ends after the error");

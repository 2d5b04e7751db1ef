// META: title=undefined thrown in a timer
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception
// META: requires=timers
// META: requires=uncaught-error
// EXPECT: ERROR ~ "undefined"
// EXPECT: PASS "ends after the error"
"use strict";

async_test((t) => {
  setTimeout(() => {
    throw undefined;
  }, 0);
  setTimeout(() => t.done(), 100);
}, "ends after the error");

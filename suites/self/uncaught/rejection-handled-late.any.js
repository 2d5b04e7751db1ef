// META: title=A rejection handled in a later task was unhandled before
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#unhandled-promise-rejections
// META: requires=timers
// META: requires=unhandled-rejection
// EXPECT: ERROR ~ "handled too late"
// EXPECT: PASS "handles a rejection in a timer"
"use strict";

async_test((t) => {
  const rejected = Promise.reject(new Error("handled too late"));
  setTimeout(() => rejected.catch(() => t.done()), 50);
}, "handles a rejection in a timer");

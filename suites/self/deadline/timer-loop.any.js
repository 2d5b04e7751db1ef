// META: title=A timer that starts itself again for ever
// META: spec=https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timer-initialisation-steps
// META: requires=timers
// EXPECT: TIMEOUT
// EXPECT: PASS "before"
// EXPECT: TIMEOUT "waits for something else"
"use strict";

test(() => {}, "before");

async_test(() => {
  (function again() {
    setTimeout(again, 1);
  })();
}, "waits for something else");

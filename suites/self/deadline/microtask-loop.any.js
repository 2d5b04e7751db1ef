// META: title=An endless chain of microtasks
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#perform-a-microtask-checkpoint
// EXPECT: TIMEOUT
// EXPECT: PASS "before"
// EXPECT: TIMEOUT "starves everything else"
// EXPECT: NOTRUN "waits for its turn"
"use strict";

test(() => {}, "before");

promise_test(async () => {
  for (;;) await null;
}, "starves everything else");

promise_test(async () => {}, "waits for its turn");

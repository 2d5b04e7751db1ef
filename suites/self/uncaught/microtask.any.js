// META: title=An error thrown in a microtask
// META: spec=https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#microtask-queuing
// META: requires=queue-microtask
// META: requires=uncaught-error
// EXPECT: ERROR ~ "thrown in a microtask"
// EXPECT: PASS "before"
// EXPECT: PASS "goes on"
"use strict";

test(() => {}, "before");

promise_test(async () => {
  queueMicrotask(() => {
    throw new Error("thrown in a microtask");
  });
  await null;
}, "goes on");

// META: title=Callbacks that report results
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "one"
// EXPECT: FAIL "two" ~ "broken on purpose"
// EXPECT: PASS "what was heard"
// EXPECT: PASS "one more"
// EXPECT: PASS "a test defined by a result callback"
"use strict";

const log = [];
const hear = (kind) => (t) => {
  log.push(`${kind} ${t.name} ${t.phase} ${t.status}`);
};
add_start_callback((properties) => log.push(`start ${properties.note}`));
add_test_state_callback(hear("state"));
add_result_callback(hear("result"));
setup({ note: "mine" });

const one = async_test("one");
const two = async_test("two");
two.step(() => {
  throw new Error("broken on purpose");
});
one.step(() => {});
one.done();

const heard = log.slice();

test(() => {
  // Name, phase and status: created, started, and the result just before the test is complete.
  sameList(heard, [
    "start mine",
    "state one 0 3",
    "state two 0 3",
    "state two 1 2",
    "result two 4 1",
    "state one 1 2",
    "result one 4 0",
  ]);
}, "what was heard");

add_result_callback((t) => {
  if (t.name === "one more") {
    test(() => {}, "a test defined by a result callback");
  }
});
promise_test(async () => {}, "one more");

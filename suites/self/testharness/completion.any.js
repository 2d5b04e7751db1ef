// META: title=The completion callback
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "one"
// EXPECT: FAIL "two" ~ "broken on purpose"
// EXPECT: PASS "three"
"use strict";

setup({ explicit_done: true });

// Said while results are being reported: completion waits until all callbacks have heard.
add_result_callback((t) => {
  if (t.name === "two") {
    done();
  }
});
const results = [];
add_result_callback((t) => results.push(t.name));

// By then there is no test that could fail: an exception is an error of the file.
let calls = 0;
add_completion_callback((tests, harness, asserts) => {
  calls += 1;
  sameList([calls, asserts.length], [1, 0]);
  sameList(results, ["one", "three", "two"]);
  const names = tests.map((t) => t.name);
  sameList(names, ["one", "two", "three"]);
  const statuses = tests.map((t) => t.status);
  sameList(statuses, [0, 1, 0]);
  sameList([harness.OK, harness.ERROR, harness.TIMEOUT, harness.PRECONDITION_FAILED], [0, 1, 2, 3]);
  sameList([harness.status, harness.message, harness.stack], [harness.OK, null, null]);
});

test(() => {}, "one");
promise_test(async () => {
  throw new Error("broken on purpose");
}, "two");
test(() => {}, "three");

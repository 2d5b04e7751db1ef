// META: title=The completion callback
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "one"
// EXPECT: FAIL "two" ~ "broken on purpose"
// EXPECT: PASS "three"
"use strict";

const results = [];
add_result_callback((t) => results.push(t.name));

// By then there is no test that could fail: an exception is an error of the file.
let calls = 0;
add_completion_callback((tests, harness, asserts) => {
  calls += 1;
  sameList([calls, results.length, asserts.length], [1, 3, 0]);
  sameList(
    tests.map((t) => t.name),
    ["one", "two", "three"],
  );
  sameList(
    tests.map((t) => t.status),
    [tests[0].PASS, tests[0].FAIL, tests[0].PASS],
  );
  sameList([harness.OK, harness.ERROR, harness.TIMEOUT, harness.PRECONDITION_FAILED], [0, 1, 2, 3]);
  sameList([harness.status, harness.message], [harness.OK, null]);
});

test(() => {}, "one");
promise_test(async () => {
  throw new Error("broken on purpose");
}, "two");
test(() => {}, "three");

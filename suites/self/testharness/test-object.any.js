// META: title=The Test object
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#test-objects
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "constants of status and phase"
// EXPECT: PASS "name, index and properties"
// EXPECT: PASS "phase and status of a test as it goes on"
// EXPECT: FAIL "status, message and stack of a failure" ~ "assert_equals: expected 2 but got 1"
// EXPECT: PASS "they were what was reported"
// EXPECT: FAIL "set_status() does not end a test" ~ "a reason of its own"
"use strict";

test((t) => {
  sameList([t.PASS, t.FAIL, t.TIMEOUT, t.NOTRUN, t.PRECONDITION_FAILED], [0, 1, 2, 3, 4]);
  const { INITIAL, STARTED, HAS_RESULT, CLEANING, COMPLETE } = t.phases;
  sameList([INITIAL, STARTED, HAS_RESULT, CLEANING, COMPLETE], [0, 1, 2, 3, 4]);
}, "constants of status and phase");

const properties = { author: "someone" };
test(
  (t) => {
    sameList([t.name, t.index, t.properties], ["name, index and properties", 1, properties]);
  },
  "name, index and properties",
  properties,
);

const going = async_test("phase and status of a test as it goes on");
const states = [going.phase, going.status];
sameList([going.message, going.stack], [null, null]);
going.step(() => states.push(going.phase, going.status));
going.done();
states.push(going.phase, going.status);
sameList(states, [
  going.phases.INITIAL,
  going.NOTRUN,
  going.phases.STARTED,
  going.TIMEOUT,
  going.phases.COMPLETE,
  going.PASS,
]);

const failing = async_test((t) => {
  assert_equals(1, 2);
}, "status, message and stack of a failure");

test((t) => {
  sameList([failing.status, failing.message], [t.FAIL, "assert_equals: expected 2 but got 1"]);
  sameList([typeof failing.stack], ["string"]);
}, "they were what was reported");

async_test((t) => {
  t.step(() => {
    t.set_status(t.FAIL, "a reason of its own");
    t.phase = t.phases.HAS_RESULT;
  });
  t.done();
}, "set_status() does not end a test");

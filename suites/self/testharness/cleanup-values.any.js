// META: title=A cleanup that returns a value nobody waits for
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#cleanup
// EXPECT: ERROR ~ "Test named 'a promise' specified 1 'cleanup' function, and 1 returned a non-undefined value."
// EXPECT: PASS "a promise"
// EXPECT: NOTRUN "the state is unknown by now"
// EXPECT: NOTRUN "defined when the state was unknown already"
"use strict";

const later = async_test("the state is unknown by now");

test((t) => {
  t.add_cleanup(() => Promise.resolve());
}, "a promise");

later.step(() => assert_unreached("this test is not run"));
later.done();

test(() => {
  assert_unreached("nor is this");
}, "defined when the state was unknown already");

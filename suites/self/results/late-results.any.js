// META: title=What happens to a subtest after its end changes nothing
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#test-objects
// EXPECT: OK
// EXPECT: PASS "a step that fails after done()"
// EXPECT: FAIL "a step that passes after a failure" ~ "the first result"
// EXPECT: PASS "done() twice"
// EXPECT: PASS "a throw right after done()"
"use strict";

async_test((t) => {
  t.done();
  t.step(() => assert_unreached("too late"));
}, "a step that fails after done()");

async_test((t) => {
  t.step(() => assert_unreached("the first result"));
  t.step(() => assert_true(true));
  t.done();
}, "a step that passes after a failure");

async_test((t) => {
  t.done();
  t.done();
}, "done() twice");

async_test((t) => {
  t.done();
  throw new Error("too late");
}, "a throw right after done()");

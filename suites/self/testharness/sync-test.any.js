// META: title=Synchronous tests
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#synchronous-tests
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "runs at once"
// EXPECT: PASS "gets its Test object, also as this"
// EXPECT: PASS "test() returned nothing"
// EXPECT: FAIL "an error fails it with its message" ~ "broken on purpose"
// EXPECT: FAIL "any value may be thrown" ~ "a string"
// EXPECT: PASS "the file goes on after a failure"
// EXPECT: PASS "a result given inside is kept"
// EXPECT: TIMEOUT "force_timeout() gives its result at once"
"use strict";

const log = [];

log.push("before");
const returned = test(() => {
  log.push("inside");
}, "runs at once");
log.push("after");

test(function (t) {
  sameList(log, ["before", "inside", "after"]);
  sameList([this === t, t.name], [true, "gets its Test object, also as this"]);
}, "gets its Test object, also as this");

test(() => {
  sameList([returned], [undefined]);
}, "test() returned nothing");

test(() => {
  throw new RangeError("broken on purpose");
}, "an error fails it with its message");

test(() => {
  throw "a string";
}, "any value may be thrown");

test(() => {}, "the file goes on after a failure");

test((t) => {
  t.done();
  throw new Error("too late to matter");
}, "a result given inside is kept");

test((t) => {
  t.force_timeout();
  assert_unreached("too late to matter");
}, "force_timeout() gives its result at once");

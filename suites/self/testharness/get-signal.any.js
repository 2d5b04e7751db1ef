// META: title=get_signal()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#abortsignal-support
// META: script=resources/judge.js
// META: requires=abort
// META: requires=event-target
// EXPECT: OK
// EXPECT: PASS "a signal that is not aborted while the test runs"
// EXPECT: PASS "it is aborted when the test ends, before the cleanups"
// EXPECT: PASS "it stays aborted"
// EXPECT: PASS "one that is asked for after the end is aborted"
"use strict";

let signal;

test((t) => {
  signal = t.get_signal();
  sameList([signal.aborted, t.get_signal()], [false, signal]);
}, "a signal that is not aborted while the test runs");

async_test((t) => {
  const states = [];
  t.add_cleanup(() => sameList(states.concat(t.get_signal().aborted), ["abort event", true]));
  t.get_signal().addEventListener("abort", () => states.push("abort event"));
  t.done();
}, "it is aborted when the test ends, before the cleanups");

test(() => {
  sameList([signal.aborted], [true]);
}, "it stays aborted");

const ended = async_test((t) => t.done(), "one that is asked for after the end is aborted");
sameList([ended.get_signal().aborted], [true]);

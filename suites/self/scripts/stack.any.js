// META: title=Stacks name the script and the line
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-classic-script
// META: requires=own-location
// META: script=../resources/stack.js
// EXPECT: OK
// EXPECT: PASS "the test script's path and line"
// EXPECT: PASS "the helper's path and line"
"use strict";

// Stacks are no standard: an engine without any has nothing to get wrong.
function assert_stack_has(error, place) {
  if (error.stack === undefined) return;
  assert_true(error.stack.includes(place), `${place} in:\n${error.stack}`);
}

test(() => {
  assert_stack_has(new Error("here"), "/self/scripts/stack.any.js:16");
}, "the test script's path and line");

test(() => {
  assert_stack_has(errorOfLineFive(), "/self/resources/stack.js:5");
}, "the helper's path and line");

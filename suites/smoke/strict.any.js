// META: title=The directive at the head of a test script is honoured
// META: spec=https://tc39.es/ecma262/#sec-strict-mode-code
"use strict";

test(() => {
  assert_throws_js(TypeError, () => {
    Object.freeze([]).push(1);
  });
  assert_throws_js(ReferenceError, () => {
    smokeUndeclared = 1;
  });
}, "an assignment that cannot succeed throws");

test(() => {
  assert_equals(
    (function () {
      return this;
    })(),
    undefined,
  );
}, "a function called without receiver has no this");

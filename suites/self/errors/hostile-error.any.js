// META: title=An uncaught value whose members overflow the stack when they are read
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#callbacks
// EXPECT: ERROR
// EXPECT: PASS "before"
"use strict";

test(() => {}, "before");

throw {
  get message() {
    const descend = () => descend() + 1;
    return descend();
  },
};

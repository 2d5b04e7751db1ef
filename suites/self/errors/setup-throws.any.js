// META: title=setup() throws
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#setup
// EXPECT: ERROR ~ "nothing to build on"
"use strict";

setup(() => {
  throw new Error("nothing to build on");
});
test(() => {}, "comes after the end");

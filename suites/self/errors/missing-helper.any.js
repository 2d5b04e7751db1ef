// META: title=A META script that does not exist
// META: spec=https://web-platform-tests.org/writing-tests/testharness.html#including-other-javascript-files
// META: script=does-not-exist.js
// EXPECT: ERROR ~ "does-not-exist.js"
"use strict";

test(() => {}, `needs ${definedInTheMissingHelper()}`);

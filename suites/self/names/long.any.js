// META: title=A name of ten thousand characters
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#defining-tests
// EXPECT: OK
// EXPECT-COUNT: PASS 2
"use strict";

const long = "a name that goes on, ".repeat(500);
test(() => {}, long);
test(() => {}, `${long}and differs at its end`);

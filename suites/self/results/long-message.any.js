// META: title=A message of one million characters
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#making-assertions
// META: timeout=long
// EXPECT: OK
// EXPECT: FAIL "a very long message" ~ "and so on, and so on, "
// EXPECT: PASS "the next one"
"use strict";

test(() => assert_unreached("and so on, ".repeat(100_000)), "a very long message");
test(() => {}, "the next one");

// META: title=An optional feature which the whole file needs is absent
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#optional-features
// EXPECT: PRECONDITION_FAILED ~ "no such feature"
"use strict";

setup(() => assert_implements_optional(false, "no such feature"));
test(() => {}, "needs the feature");

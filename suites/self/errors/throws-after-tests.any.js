// META: title=An error at the top level after some subtests
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception
// EXPECT: ERROR ~ "thrown at the top level"
// EXPECT: PASS "a test that passed"
// EXPECT: FAIL "a test that failed" ~ "as it should"
// EXPECT: PASS "a promise test made before"
"use strict";

test(() => {}, "a test that passed");
test(() => assert_unreached("as it should"), "a test that failed");
promise_test(async () => {}, "a promise test made before");
const broken = true;
if (broken) throw new Error("thrown at the top level");
test(() => {}, "never made");

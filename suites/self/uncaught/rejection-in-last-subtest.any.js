// META: title=A rejection that nobody handles, made as the last subtest ends
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#unhandled-promise-rejections
// META: requires=unhandled-rejection
// EXPECT: ERROR ~ "left behind"
// EXPECT: PASS "passes and leaves a rejection"
"use strict";

promise_test(async () => {
  Promise.reject(new Error("left behind"));
}, "passes and leaves a rejection");

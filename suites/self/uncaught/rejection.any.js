// META: title=A rejection that nobody handles
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#unhandled-promise-rejections
// META: requires=unhandled-rejection
// EXPECT: ERROR ~ "nobody handles this"
// EXPECT: PASS "before"
// EXPECT: PASS "after"
"use strict";

test(() => {}, "before");
Promise.reject(new Error("nobody handles this"));
promise_test(async () => {}, "after");

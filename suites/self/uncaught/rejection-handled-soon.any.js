// META: title=A rejection handled before the microtasks end is no error
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#unhandled-promise-rejections
// EXPECT: OK
// EXPECT: PASS "handled a few microtasks later"
"use strict";

promise_test(async () => {
  const reason = new Error("handled in time");
  const rejected = Promise.reject(reason);
  for (let turn = 0; turn < 10; turn++) await null;
  assert_equals(await rejected.catch((value) => value), reason);
}, "handled a few microtasks later");

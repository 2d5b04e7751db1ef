// META: title=A rejection in a page that nothing handles
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#unhandled-promise-rejections
// EXPECT: ERROR ~ "rejected for nobody"
// EXPECT: PASS "before"
"use strict";

test(() => {
  Promise.reject(new Error("rejected for nobody"));
}, "before");

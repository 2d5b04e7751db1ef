// META: title=A test that takes its document elsewhere
// META: spec=https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-location-href
// EXPECT: TIMEOUT
// EXPECT: PASS "before"
// EXPECT: TIMEOUT "waits"
"use strict";

test(() => {}, "before");
promise_test(() => {
  location.href = "about:blank";
  return new Promise(() => {});
}, "waits");

// META: title=Errors of a page that nothing catches
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#runtime-script-errors
// EXPECT: ERROR ~ "thrown by a listener"
// EXPECT: PASS "before"
// EXPECT: PASS "goes on"
"use strict";

test(() => {}, "before");

promise_test(async () => {
  const button = document.createElement("button");
  document.body.append(button);
  button.addEventListener("click", () => {
    throw new Error("thrown by a listener");
  });
  button.click();
}, "goes on");

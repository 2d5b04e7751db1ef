// META: title=An error thrown by an event listener
// META: spec=https://dom.spec.whatwg.org/#concept-event-listener-inner-invoke
// META: requires=event-target
// META: requires=uncaught-error
// EXPECT: ERROR ~ "thrown by a listener"
// EXPECT: PASS "dispatchEvent() returns all the same"
"use strict";

test(() => {
  const target = new EventTarget();
  target.addEventListener("ping", () => {
    throw new Error("thrown by a listener");
  });
  assert_true(target.dispatchEvent(new Event("ping")));
}, "dispatchEvent() returns all the same");

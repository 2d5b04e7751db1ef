// META: title=on_event()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#deprecated-apis
// META: requires=event-target
// EXPECT: OK
// EXPECT: PASS "calls back for each event of the type"
"use strict";

test(() => {
  const target = new EventTarget();
  const heard = [];
  on_event(target, "a", (event) => heard.push(event.type));
  for (const type of ["a", "b", "a"]) {
    target.dispatchEvent(new Event(type));
  }
  assert_array_equals(heard, ["a", "a"]);
}, "calls back for each event of the type");

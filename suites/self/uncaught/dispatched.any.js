// META: title=Events with the names of those that tell of uncaught errors
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception
// META: requires=event-target
// META: requires=timers
// META: requires=uncaught-error
// EXPECT: OK
// EXPECT: PASS "whoever hears them for the host makes no others of them"
"use strict";

setup({ allow_uncaught_exception: true });

async_test((t) => {
  const heard = [];
  // Where the global object is no event target, nobody can dispatch anything at it.
  if (typeof dispatchEvent === "function") {
    for (const type of ["error", "unhandledrejection"]) {
      addEventListener(type, (event) => heard.push(`${type} ${event.constructor.name}`));
      assert_true(dispatchEvent(new Event(type)));
    }
  } else {
    heard.push("error Event", "unhandledrejection Event");
  }
  setTimeout(
    t.step_func_done(() => assert_array_equals(heard, ["error Event", "unhandledrejection Event"])),
    100,
  );
}, "whoever hears them for the host makes no others of them");

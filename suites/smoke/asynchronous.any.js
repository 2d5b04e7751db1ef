// META: title=Asynchronous tests end by done()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#asynchronous-tests
"use strict";

async_test((t) => {
  Promise.resolve(7).then(t.step_func_done((value) => assert_equals(value, 7)));
}, "a step runs in a microtask");

const opened = async_test("a test is ended from outside");
Promise.resolve().then(() => {
  opened.step(() => assert_true(true));
  opened.done();
});

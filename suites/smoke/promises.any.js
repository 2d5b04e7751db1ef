// META: title=Promise tests run one after the other
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#promise-tests
"use strict";

const order = [];

promise_test(async () => {
  order.push("first begins");
  for (let turn = 0; turn < 10; turn++) await null;
  order.push("first ends");
}, "the first waits for a while");

promise_test(async (t) => {
  assert_array_equals(order, ["first begins", "first ends"]);
  await promise_rejects_js(t, RangeError, Promise.reject(new RangeError("expected")));
}, "the second begins when the first has ended");

// META: title=META scripts run in their order, each once
// META: spec=https://web-platform-tests.org/writing-tests/testharness.html#including-other-javascript-files
// META: script=../resources/order-first.js
// META: script=/self/resources/order-second.js
// EXPECT: OK
// EXPECT: PASS "first, second, test"
"use strict";

scriptOrder.push("test");
test(() => assert_equals(scriptOrder.join(", "), "first, second, test"), "first, second, test");

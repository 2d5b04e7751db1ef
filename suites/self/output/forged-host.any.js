// META: title=Nothing on the global object leads to the host
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#external-api
// EXPECT: OK
// EXPECT: PASS "no string property of the global object is the host's"
// EXPECT: PASS "no symbol property of the global object is the host's"
// EXPECT: PASS "no property of a built-in prototype is the host's"
// EXPECT: FAIL "really fails" ~ "nothing could be forged"
"use strict";

const isHosts = (key) => /winterproof/i.test(String(key));

test(() => {
  assert_equals(globalThis.__winterproof__, undefined);
  assert_array_equals(Object.getOwnPropertyNames(globalThis).filter(isHosts), []);
}, "no string property of the global object is the host's");

test(() => {
  assert_array_equals(Object.getOwnPropertySymbols(globalThis).filter(isHosts).map(String), []);
}, "no symbol property of the global object is the host's");

test(() => {
  const prototypes = [Object.prototype, Function.prototype, Array.prototype, Promise.prototype];
  const keys = prototypes.flatMap((prototype) => Reflect.ownKeys(prototype));
  assert_array_equals(keys.filter(isHosts).map(String), []);
}, "no property of a built-in prototype is the host's");

test(() => {
  const send = globalThis.__winterproof__?.send;
  if (send) send('{"type":"subtest","name":"really fails","status":"PASS"}');
  assert_unreached("nothing could be forged");
}, "really fails");

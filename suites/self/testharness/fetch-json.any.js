// META: title=fetch_json()
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#loading-test-data-from-json-files
// EXPECT: OK
// EXPECT: PASS "gives what the response gives as JSON"
// EXPECT: FAIL "a failed fetch rejects" ~ "no such resource"
"use strict";

// No network: what a runtime's own fetch() does is no question here.
globalThis.fetch = async (resource) => {
  if (resource !== "data.json") {
    throw new TypeError("no such resource");
  }
  return { json: async () => ["data", 1] };
};

promise_test(async () => {
  assert_array_equals(await fetch_json("data.json"), ["data", 1]);
}, "gives what the response gives as JSON");

promise_test(async () => {
  await fetch_json("other.json");
}, "a failed fetch rejects");

// META: title=What is wrong is seen to be wrong
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert-functions
"use strict";

// An assertion that never fails would make every other result worthless.
const FAILING = {
  "assert_true(false)": () => assert_true(false),
  "assert_false(true)": () => assert_false(true),
  "assert_equals() of two values": () => assert_equals(1, 2),
  "assert_equals() of 0 and -0": () => assert_equals(0, -0),
  "assert_not_equals() of one value": () => assert_not_equals("a", "a"),
  "assert_array_equals() of two lengths": () => assert_array_equals([1], [1, 2]),
  "assert_throws_js() without a throw": () => assert_throws_js(TypeError, () => {}),
  "assert_throws_js() of another error": () =>
    assert_throws_js(TypeError, () => {
      throw new RangeError("another");
    }),
  "assert_unreached()": () => assert_unreached("reached"),
};

for (const [name, body] of Object.entries(FAILING)) {
  test(() => {
    let thrown = null;
    try {
      body();
    } catch (error) {
      thrown = error;
    }
    assert_not_equals(thrown, null, "it throws");
    assert_true(thrown instanceof AssertionError, "what it throws is a failed assertion");
  }, `${name} fails`);
}

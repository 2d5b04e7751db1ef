// META: title=assert_throws_dom
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#assert_throws_dom
// META: spec=https://webidl.spec.whatwg.org/#idl-DOMException-error-names
// META: script=resources/judge.js
// EXPECT: OK
// EXPECT: PASS "the type may be a name, a legacy constant or a legacy code"
// EXPECT: PASS "a name without a legacy code"
// EXPECT: PASS "another code is refused"
// EXPECT: PASS "another name is refused"
// EXPECT: PASS "a legacy name with the right code will do"
// EXPECT: PASS "an exception of another global is refused"
// EXPECT: PASS "what is no exception is refused"
// EXPECT: PASS "a type that does not exist is the test's own mistake"
// EXPECT: PASS "without a constructor it is this global's DOMException"
// EXPECT: PASS "too many arguments are the test's own mistake"
"use strict";

// A class of our own in the place of another global's, so that engines without one can run this.
const Foreign = (() => {
  class DOMException extends Error {
    constructor(name, code) {
      super("");
      this.name = name;
      this.code = code;
    }
  }
  return DOMException;
})();
const thrower =
  (...args) =>
  () => {
    throw new Foreign(...args);
  };
const refuses = (end, ...args) => {
  const message = failureOf(() => assert_throws_dom(...args));
  if (message === null || !message.includes(end)) {
    throw new Error(`failed with ${message}, not with ... ${end}`);
  }
};

test(() => {
  const rows = [
    ["SyntaxError", "SYNTAX_ERR", 12],
    ["IndexSizeError", "INDEX_SIZE_ERR", 1],
    ["InUseAttributeError", "INUSE_ATTRIBUTE_ERR", 10],
    ["URLMismatchError", "URL_MISMATCH_ERR", 21],
    ["DataCloneError", "DATA_CLONE_ERR", 25],
  ];
  for (const [name, constant, code] of rows) {
    for (const type of [name, constant, code]) {
      allPass(() => assert_throws_dom(type, Foreign, thrower(name, code)));
    }
  }
}, "the type may be a name, a legacy constant or a legacy code");

test(() => {
  allPass(() => assert_throws_dom("OperationError", Foreign, thrower("OperationError", 0)));
  refuses("expected 0", "OperationError", Foreign, thrower("OperationError", 5));
  refuses('expected "DataError"', "DataError", Foreign, thrower("OperationError", 0));
}, "a name without a legacy code");

test(() => {
  refuses(
    'that is not a DOMException SyntaxError: property "code" is equal to 11, expected 12',
    "SyntaxError",
    Foreign,
    thrower("SyntaxError", 11),
  );
}, "another code is refused");

test(() => {
  refuses(
    'that is not a DOMException 12: property "name" is equal to "Error", expected "SyntaxError"',
    12,
    Foreign,
    thrower("Error", 12),
  );
}, "another name is refused");

test(() => {
  allPass(
    () => assert_throws_dom("SyntaxError", Foreign, thrower("SYNTAX_ERR", 12)),
    () => assert_throws_dom("SyntaxError", Foreign, thrower("DOMException", 12)),
  );
}, "a legacy name with the right code will do");

test(() => {
  const elsewhere = Object.assign(new Error(), { name: "SyntaxError", code: 12 });
  refuses("threw an exception from the wrong global", "SyntaxError", Foreign, () => {
    throw elsewhere;
  });
}, "an exception of another global is refused");

test(() => {
  refuses("did not throw", "SyntaxError", Foreign, () => {});
  refuses('threw 12 with type "number", not an object', "SyntaxError", Foreign, () => {
    throw 12;
  });
  refuses("threw null, not an object", "SyntaxError", Foreign, () => {
    throw null;
  });
  refuses('property "code" is equal to undefined', "SyntaxError", Foreign, () => {
    throw new SyntaxError();
  });
}, "what is no exception is refused");

test(() => {
  const thrown = thrower("SyntaxError", 12);
  refuses("Test bug: ambiguous DOMException code 0 passed", 0, Foreign, thrown);
  refuses('Test bug: unrecognized DOMException code "2" passed', 2, Foreign, thrown);
  refuses('unrecognized DOMException code name or name "SyntaxErr"', "SyntaxErr", Foreign, thrown);
  refuses('code name or name "OPERATION_ERR"', "OPERATION_ERR", Foreign, thrown);
  refuses('code name or name "toString"', "toString", Foreign, thrown);
  refuses("undefined is not a number or string", undefined, Foreign, thrown);
}, "a type that does not exist is the test's own mistake");

test(() => {
  refuses("wrong global", "SyntaxError", thrower("SyntaxError", 12));
  refuses("assert_throws_dom: reason function", "SyntaxError", () => {}, "reason");
}, "without a constructor it is this global's DOMException");

test(() => {
  allPass(() => {
    const description = failureOf(() => {
      assert_throws_dom("SyntaxError", () => {}, "reason", undefined);
    });
    assert_true(description.startsWith("assert_throws_dom: reason"));
  });
  refuses("oo many arg", "SyntaxError", thrower("SyntaxError", 12), "description", "another");
}, "too many arguments are the test's own mistake");

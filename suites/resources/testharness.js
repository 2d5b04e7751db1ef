// testharness.js: the test API of web-platform-tests, for JavaScript runtimes without a DOM.
//
// This is winterproof's own implementation of the API described at
// https://web-platform-tests.org/writing-tests/testharness-api.html. It owns the definition of
// subtests, the assertions, the order in which subtests run and the moment a file is complete.
// It does not own results (callbacks get them), a deadline (the host calls `timeout()`) or output.
//
// It has to work in an engine with nothing but ECMAScript, and while a test file replaces the very
// built-ins it needs. So everything it uses is captured here at load, and its code avoids syntax
// that looks up replaceable methods: no for-of, spread or array destructuring.
(() => {
  "use strict";

  const global = globalThis;

  // ---------------------------------------------------------------------------------------------
  // Built-ins, out of the tests' reach

  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const { apply } = Reflect;
  const { isArray } = Array;
  const { abs, ceil, max, min } = Math;
  const { is, create, assign, freeze, getPrototypeOf, getOwnPropertyDescriptor } = Object;
  const { isFinite } = global;
  const NativePromise = Promise;
  const NativeError = Error;
  const { defineProperty } = Object;
  const NativeString = String;
  const setTimer = global.setTimeout;

  const hasOwn = uncurry(Object.prototype.hasOwnProperty);
  const classString = uncurry(Object.prototype.toString);
  const sourceOf = uncurry(Function.prototype.toString);
  const push = uncurry(Array.prototype.push);
  const join = uncurry(Array.prototype.join);
  const sliceArray = uncurry(Array.prototype.slice);
  const indexOf = uncurry(Array.prototype.indexOf);
  const charCodeAt = uncurry(String.prototype.charCodeAt);
  const includes = uncurry(String.prototype.includes);
  const endsWith = uncurry(String.prototype.endsWith);
  const lastIndexOf = uncurry(String.prototype.lastIndexOf);
  const slice = uncurry(String.prototype.slice);
  const split = uncurry(String.prototype.split);
  const toUpperCase = uncurry(String.prototype.toUpperCase);
  const trim = uncurry(String.prototype.trim);
  const hexadecimal = uncurry(Number.prototype.toString);
  const exec = uncurry(RegExp.prototype.exec);
  const then = uncurry(Promise.prototype.then);
  const resolved = Promise.resolve.bind(Promise);

  const isObject = (value) => typeof value === "object" && value !== null;
  const isThenable = (value) => !!value && typeof value.then === "function";

  // ---------------------------------------------------------------------------------------------
  // Values as text, for messages and names

  // The escapes beside `\xNN`, by code unit.
  const ESCAPES = {
    0: "\\0",
    8: "\\b",
    9: "\\t",
    10: "\\n",
    11: "\\v",
    12: "\\f",
    13: "\\r",
    34: '\\"',
    92: "\\\\",
    65533: "\\ufffd",
    65534: "\\ufffe",
    65535: "\\uffff",
  };

  function escapeOf(code) {
    if (code >= 0x20 && code !== 0x22 && code !== 0x5c && code < 0xfffd) {
      return null;
    }
    return ESCAPES[code] ?? `\\x${code < 0x10 ? "0" : ""}${hexadecimal(code, 16)}`;
  }

  function quote(string) {
    let text = '"';
    let copied = 0;
    for (let i = 0; i < string.length; i += 1) {
      const escaped = escapeOf(charCodeAt(string, i));
      if (escaped !== null) {
        text += slice(string, copied, i) + escaped;
        copied = i + 1;
      }
    }
    return `${text}${slice(string, copied)}"`;
  }

  const truncate = (string, length) =>
    string.length > length ? `${slice(string, 0, length - 3)}...` : string;

  function formatElements(array, seen) {
    const texts = [];
    for (let i = 0; i < array.length; i += 1) {
      push(texts, i in array ? format_value(array[i], seen) : "");
    }
    return `[${join(texts, ", ")}]`;
  }

  function format_value(value, seen = []) {
    if (isObject(value)) {
      if (indexOf(seen, value) >= 0) {
        return "[...]";
      }
      push(seen, value);
    }
    if (isArray(value)) {
      return formatElements(value, seen);
    }
    switch (typeof value) {
      case "string":
        return quote(value);
      case "number":
        return is(value, -0) ? "-0" : NativeString(value);
      case "bigint":
        return `${value}n`;
      case "boolean":
      case "undefined":
        return NativeString(value);
    }
    if (value === null) {
      return "null";
    }
    try {
      return `${typeof value} "${truncate(NativeString(value), 1000)}"`;
    } catch (e) {
      return `[stringifying object threw ${NativeString(e)} with type ${typeof e}]`;
    }
  }

  // A long array is shown as the twenty elements around the index of interest.
  const EXCERPT_LENGTH = 20;

  function formatExcerpt(array, index) {
    if (!(array.length >= EXCERPT_LENGTH + 2)) {
      return format_value(array);
    }
    let end = min(index + EXCERPT_LENGTH / 2, array.length);
    const start = max(end - EXCERPT_LENGTH, 0);
    end = max(end, EXCERPT_LENGTH);
    if (!isArray(array)) {
      return format_value(array.slice(start, end));
    }
    const text = format_value(sliceArray(array, start, end));
    const before = start > 0 ? "…, " : "";
    const after = end < array.length ? ", …" : "";
    return `[${before}${slice(text, 1, -1)}${after}]`;
  }

  function withoutLoneSurrogates(string) {
    let text = "";
    let copied = 0;
    for (let i = 0; i < string.length; i += 1) {
      const code = charCodeAt(string, i);
      if (code < 0xd800 || code > 0xdfff) {
        continue;
      }
      const next = code < 0xdc00 && i + 1 < string.length ? charCodeAt(string, i + 1) : 0;
      if (next >= 0xdc00 && next <= 0xdfff) {
        i += 1;
      } else {
        text += `${slice(string, copied, i)}U+${hexadecimal(code, 16)}`;
        copied = i + 1;
      }
    }
    return text + slice(string, copied);
  }

  // ---------------------------------------------------------------------------------------------
  // Failures

  // The stack as the test's author wants it: from the frame that called into the harness.
  function withoutHarnessFrames(stack) {
    if (typeof stack !== "string") {
      return "(Stack trace unavailable)";
    }
    const lines = split(stack, "\n");
    const isHarness = (line) => includes(line, "testharness.js:");
    let first = 0;
    while (first < lines.length && !isHarness(lines[first])) {
      first += 1;
    }
    while (first < lines.length && isHarness(lines[first])) {
      first += 1;
    }
    return first < lines.length ? join(sliceArray(lines, first), "\n") : stack;
  }

  class AssertionError extends NativeError {
    constructor(message) {
      super(typeof message === "string" ? withoutLoneSurrogates(message) : message);
      // A test's Error.prepareStackTrace may throw: that must not take the message's place.
      let stack;
      try {
        stack = this.stack;
      } catch {}
      // Defined, not assigned: a test may have put a getter of that name on Object.prototype.
      defineProperty(this, "stack", {
        __proto__: null,
        value: withoutHarnessFrames(stack),
        writable: true,
        configurable: true,
      });
    }
  }

  // Thrown where a feature is missing that a runtime may lack: the precondition of the test failed.
  class OptionalFeatureUnsupportedError extends AssertionError {}

  function fail(assertion, description, reason) {
    let message = `${assertion}:`;
    if (description) {
      message += ` ${description}`;
    }
    if (reason) {
      message += ` ${reason}`;
    }
    throw new AssertionError(message);
  }

  // What was thrown may be anything, even a value that resists being looked at.
  function readThrown(read) {
    try {
      return read();
    } catch {
      return null;
    }
  }

  const isInstance = (thrown, constructor) => readThrown(() => thrown instanceof constructor);
  const stackOf = (thrown) => readThrown(() => thrown?.stack);
  const UNREADABLE = "a value was thrown that cannot be read";
  const stringOf = (thrown) => readThrown(() => NativeString(thrown)) ?? UNREADABLE;
  const messageOf = (thrown) =>
    readThrown(() => NativeString(isObject(thrown) ? thrown.message : thrown)) ?? UNREADABLE;

  // ---------------------------------------------------------------------------------------------
  // Assertions on single values

  function assert_true(actual, description) {
    if (actual !== true) {
      fail("assert_true", description, `expected true got ${format_value(actual)}`);
    }
  }

  function assert_false(actual, description) {
    if (actual !== false) {
      fail("assert_false", description, `expected false got ${format_value(actual)}`);
    }
  }

  function assert_equals(actual, expected, description) {
    if (is(actual, expected)) {
      return;
    }
    const shown = typeof actual !== typeof expected ? (value) => `(${typeof value}) ` : () => "";
    fail(
      "assert_equals",
      description,
      `expected ${shown(expected)}${format_value(expected)}` +
        ` but got ${shown(actual)}${format_value(actual)}`,
    );
  }

  function assert_not_equals(actual, expected, description) {
    if (is(actual, expected)) {
      fail("assert_not_equals", description, `got disallowed value ${format_value(actual)}`);
    }
  }

  // Membership is `===`, so NaN is never found and the two zeros are one.
  // Other lists bring their own idea of `indexOf`.
  function assert_in_array(actual, expected, description) {
    const index = isArray(expected) ? indexOf(expected, actual) : expected.indexOf(actual);
    if (index < 0) {
      fail(
        "assert_in_array",
        description,
        `value ${format_value(actual)} not in array ${format_value(expected)}`,
      );
    }
  }

  function assert_regexp_match(actual, expected, description) {
    if (!expected.test(actual)) {
      fail(
        "assert_regexp_match",
        description,
        `expected ${format_value(expected)} but got ${format_value(actual)}`,
      );
    }
  }

  function assert_class_string(object, class_string, description) {
    const actual = classString(object);
    const expected = `[object ${class_string}]`;
    if (actual !== expected) {
      fail(
        "assert_class_string",
        description,
        `expected ${format_value(expected)} but got ${format_value(actual)}`,
      );
    }
  }

  function assert_unreached(description) {
    fail("assert_unreached", description, "Reached unreachable code");
  }

  // Passes if the assertion holds for one of several permitted values.
  function assert_any(assert_func, actual, expected_array, ...args) {
    const messages = [];
    for (let i = 0; i < expected_array.length; i += 1) {
      try {
        const call = [actual, expected_array[i]];
        for (let j = 0; j < args.length; j += 1) {
          push(call, args[j]);
        }
        apply(assert_func, undefined, call);
      } catch (e) {
        push(messages, e.message);
      }
    }
    if (messages.length === expected_array.length) {
      throw new AssertionError(join(messages, "\n\n"));
    }
  }

  function assert_implements(condition, description) {
    if (!condition) {
      fail("assert_implements", description);
    }
  }

  function assert_implements_optional(condition, description) {
    if (!condition) {
      throw new OptionalFeatureUnsupportedError(description);
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Assertions on numbers

  function requireNumeric(assertion, actual, type, description) {
    if (typeof actual !== "number" && typeof actual !== "bigint") {
      fail(assertion, description, `expected a number but got a ${format_value(typeof actual)}`);
    }
    if (typeof actual !== type) {
      fail(
        assertion,
        description,
        `expected a ${format_value(type)} but got a ${format_value(typeof actual)}`,
      );
    }
  }

  function comparison(name, relation, holds) {
    return (actual, expected, description) => {
      requireNumeric(name, actual, typeof expected, description);
      if (!holds(actual, expected)) {
        fail(
          name,
          description,
          `expected a number ${relation} ${format_value(expected)} but got ${format_value(actual)}`,
        );
      }
    };
  }

  const assert_less_than = comparison("assert_less_than", "less than", (a, b) => a < b);
  const assert_greater_than = comparison("assert_greater_than", "greater than", (a, b) => a > b);
  const assert_less_than_equal = comparison(
    "assert_less_than_equal",
    "less than or equal to",
    (a, b) => a <= b,
  );
  const assert_greater_than_equal = comparison(
    "assert_greater_than_equal",
    "greater than or equal to",
    (a, b) => a >= b,
  );

  function range(name, orEqual, holds) {
    return (actual, lower, upper, description) => {
      if (typeof lower !== typeof upper) {
        fail(
          name,
          description,
          `expected lower (${format_value(typeof lower)}) and upper (${format_value(typeof upper)})` +
            " types to match (test error)",
        );
      }
      requireNumeric(name, actual, typeof lower, description);
      if (!holds(actual, lower, upper)) {
        fail(
          name,
          description,
          `expected a number greater than ${orEqual}${format_value(lower)}` +
            ` and less than ${orEqual}${format_value(upper)} but got ${format_value(actual)}`,
        );
      }
    };
  }

  const assert_between_exclusive = range(
    "assert_between_exclusive",
    "",
    (n, lower, upper) => n > lower && n < upper,
  );
  const assert_between_inclusive = range(
    "assert_between_inclusive",
    "or equal to ",
    (n, lower, upper) => n >= lower && n <= upper,
  );

  function assert_approx_equals(actual, expected, epsilon, description) {
    if (typeof actual !== "number") {
      fail(
        "assert_approx_equals",
        description,
        `expected a number but got a ${format_value(typeof actual)}`,
      );
    }
    // Differences mean nothing between infinities and NaNs: those must be the same value.
    if (!isFinite(actual) && !isFinite(expected)) {
      assert_equals(actual, expected);
    } else if (!(abs(actual - expected) <= epsilon)) {
      fail(
        "assert_approx_equals",
        description,
        `expected ${format_value(expected)} +/- ${format_value(epsilon)}` +
          ` but got ${format_value(actual)}`,
      );
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Assertions on arrays

  const presence = (object, key) => format_value(hasOwn(object, key) ? "present" : "missing");

  function assert_array_equals(actual, expected, description) {
    const failed = (reason) => fail("assert_array_equals", description, reason);
    if (!isObject(actual) || !("length" in actual)) {
      failed(`value is ${format_value(actual)}, expected array`);
    }
    if (actual.length !== expected.length) {
      failed(
        `lengths differ, expected array ${formatExcerpt(expected, expected.length - 1)}` +
          ` length ${format_value(expected.length)},` +
          ` got ${formatExcerpt(actual, actual.length - 1)} length ${format_value(actual.length)}`,
      );
    }
    for (let i = 0; i < actual.length; i += 1) {
      const context = () =>
        `(expected array ${formatExcerpt(expected, i)} got ${formatExcerpt(actual, i)})`;
      if (hasOwn(actual, i) !== hasOwn(expected, i)) {
        failed(
          `expected property ${i} to be ${presence(expected, i)}` +
            ` but was ${presence(actual, i)} ${context()}`,
        );
      }
      if (!is(actual[i], expected[i])) {
        failed(
          `expected property ${i} to be ${format_value(expected[i])}` +
            ` but got ${format_value(actual[i])} ${context()}`,
        );
      }
    }
  }

  function assert_array_approx_equals(actual, expected, epsilon, description) {
    const failed = (reason) => fail("assert_array_approx_equals", description, reason);
    if (actual.length !== expected.length) {
      failed(
        `lengths differ, expected ${format_value(expected.length)}` +
          ` got ${format_value(actual.length)}`,
      );
    }
    for (let i = 0; i < actual.length; i += 1) {
      if (hasOwn(actual, i) !== hasOwn(expected, i)) {
        failed(
          `property ${i}, property expected to be ${presence(expected, i)}` +
            ` but was ${presence(actual, i)}`,
        );
      }
      if (typeof actual[i] !== "number") {
        failed(`property ${i}, expected a number but got a ${format_value(typeof actual[i])}`);
      }
      if (!(abs(actual[i] - expected[i]) <= epsilon)) {
        const wanted = format_value(expected[i]);
        failed(
          `property ${i}, expected ${wanted} +/- ${format_value(epsilon)},` +
            ` expected ${wanted} but got ${format_value(actual[i])}`,
        );
      }
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Assertions on objects and their properties

  // Deprecated in WPT but in wide use: own enumerable properties, recursively.
  function assert_object_equals(actual, expected, description) {
    const failed = (reason) => fail("assert_object_equals", description, reason);
    const ancestors = [];

    function compare(actual, expected) {
      push(ancestors, actual);
      for (const key in actual) {
        if (!hasOwn(expected, key)) {
          failed(`unexpected property ${format_value(key)}`);
        }
        if (isObject(actual[key])) {
          if (indexOf(ancestors, actual[key]) < 0) {
            compare(actual[key], expected[key]);
          }
        } else if (!is(actual[key], expected[key])) {
          failed(
            `property ${format_value(key)} expected ${format_value(expected[key])}` +
              ` got ${format_value(actual[key])}`,
          );
        }
      }
      for (const key in expected) {
        if (!hasOwn(actual, key)) {
          failed(`expected property ${format_value(key)} missing`);
        }
      }
      ancestors.length -= 1;
    }

    if (!isObject(actual)) {
      failed(`value is ${format_value(actual)}, expected object`);
    }
    compare(actual, expected);
  }

  function assert_own_property(object, property_name, description) {
    if (!hasOwn(object, property_name)) {
      fail(
        "assert_own_property",
        description,
        `expected property ${format_value(property_name)} missing`,
      );
    }
  }

  function assert_not_own_property(object, property_name, description) {
    if (hasOwn(object, property_name)) {
      fail(
        "assert_not_own_property",
        description,
        `unexpected property ${format_value(property_name)} is found on object`,
      );
    }
  }

  function inheritance(name) {
    return (object, property_name, description) => {
      if (!isObject(object) && typeof object !== "function") {
        fail(name, description, "provided value is not an object");
      }
      if (!("hasOwnProperty" in object)) {
        fail(name, description, "provided value is an object but has no hasOwnProperty method");
      }
      const property = format_value(property_name);
      if (hasOwn(object, property_name)) {
        fail(name, description, `property ${property} found on object expected in prototype chain`);
      }
      if (!(property_name in object)) {
        fail(name, description, `property ${property} not found in prototype chain`);
      }
    };
  }

  const assert_inherits = inheritance("assert_inherits");
  const assert_idl_attribute = inheritance("assert_idl_attribute");

  function assert_readonly(object, property_name, description) {
    const failed = (reason) => fail("assert_readonly", description, reason);
    const property = format_value(property_name);
    if (!(property_name in object)) {
      failed(`property ${property} not found`);
    }
    let descriptor;
    for (let owner = object; owner && !descriptor; owner = getPrototypeOf(owner)) {
      descriptor = getOwnPropertyDescriptor(owner, property_name);
    }
    if (!descriptor) {
      failed(`could not find a descriptor for property ${property}`);
    }
    if (hasOwn(descriptor, "value")) {
      if (descriptor.writable) {
        failed("descriptor [[Writable]] expected false got true");
      }
    } else if (descriptor.set !== undefined) {
      failed(
        `property ${property} is an accessor property with a [[Set]] attribute,` +
          " cannot test readonly-ness",
      );
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Assertions on exceptions
  //
  // A thrown value and a rejection's reason are judged by the same checks. Each takes a `failed`
  // function and a `how` text ("<function> threw", "the promise rejected with") to blame.

  function thrownBy(func, failed) {
    try {
      apply(func, global, []);
    } catch (e) {
      // A failed assertion inside the function is that assertion's failure.
      if (isInstance(e, AssertionError)) {
        throw e;
      }
      return e;
    }
    return failed(`${format_value(func)} did not throw`);
  }

  function assertThrows(assertion, func, description, check) {
    const failed = (reason) => fail(assertion, description, reason);
    const exception = thrownBy(func, failed);
    check(exception, failed, `${format_value(func)} threw`);
  }

  function promiseRejects(assertion, test, promise, description, check) {
    const failed = (reason) => fail(assertion, description, reason);
    // A promise of our own, whatever kind of promise the test has.
    const settled = new NativePromise((resolve, reject) => {
      then(resolved(promise), resolve, reject);
    });
    const unexpected = test.unreached_func(`Should have rejected: ${description}`);
    return then(then(settled, unexpected), undefined, (reason) => {
      if (isInstance(reason, AssertionError)) {
        throw reason;
      }
      check(reason, failed, "the promise rejected with");
    });
  }

  function requireObject(e, failed, how) {
    if (typeof e !== "object") {
      failed(`${how} ${format_value(e)} with type ${format_value(typeof e)}, not an object`);
    }
    if (e === null) {
      failed(`${how} null, not an object`);
    }
  }

  // An error of exactly this constructor; a subclass is another error.
  function errorOf(constructor) {
    return (e, failed, how) => {
      requireObject(e, failed, how);
      if (typeof constructor !== "function") {
        failed(`${format_value(constructor)} is not a constructor`);
      }
      // By name, as the constructor may come from another realm.
      let ancestor = constructor;
      while (ancestor && !(typeof ancestor === "function" && ancestor.name === "Error")) {
        ancestor = getPrototypeOf(ancestor);
      }
      if (!ancestor) {
        failed(`${format_value(constructor)} is not an Error subtype`);
      }
      if (e.constructor !== constructor || e.name !== constructor.name) {
        failed(
          `${how} ${format_value(e)} (${format_value(e.name)}) expected instance of` +
            ` ${format_value(constructor)} (${format_value(constructor.name)})`,
        );
      }
    };
  }

  // The error names of Web IDL (https://webidl.spec.whatwg.org/#idl-DOMException-error-names) with
  // their legacy codes; 0 is "no code". QuotaExceededError is an interface of its own today, and
  // stays here for test trees which are older than that.
  const DOM_EXCEPTION_CODES = freeze({
    __proto__: null,
    IndexSizeError: 1,
    HierarchyRequestError: 3,
    WrongDocumentError: 4,
    InvalidCharacterError: 5,
    NoModificationAllowedError: 7,
    NotFoundError: 8,
    NotSupportedError: 9,
    InUseAttributeError: 10,
    InvalidStateError: 11,
    SyntaxError: 12,
    InvalidModificationError: 13,
    NamespaceError: 14,
    InvalidAccessError: 15,
    TypeMismatchError: 17,
    SecurityError: 18,
    NetworkError: 19,
    AbortError: 20,
    URLMismatchError: 21,
    QuotaExceededError: 22,
    TimeoutError: 23,
    InvalidNodeTypeError: 24,
    DataCloneError: 25,
    EncodingError: 0,
    NotReadableError: 0,
    UnknownError: 0,
    ConstraintError: 0,
    DataError: 0,
    TransactionInactiveError: 0,
    ReadOnlyError: 0,
    VersionError: 0,
    OperationError: 0,
    NotAllowedError: 0,
    OptOutError: 0,
  });

  // An author gives a name ("SyntaxError"), a legacy constant's name ("SYNTAX_ERR") or its code.
  function domExceptionName(type) {
    const testBug = (what) => {
      throw new AssertionError(`Test bug: ${what} passed to assert_throws_dom()`);
    };
    if (type === 0) {
      testBug("ambiguous DOMException code 0");
    }
    if (typeof type === "string" && type in DOM_EXCEPTION_CODES) {
      return type;
    }
    const isConstant = typeof type === "string" && endsWith(type, "_ERR");
    const constantLetters = isConstant ? join(split(type, "_"), "") : null;
    for (const name in DOM_EXCEPTION_CODES) {
      const code = DOM_EXCEPTION_CODES[name];
      // "InUseAttributeError" has INUSE_ATTRIBUTE_ERR: the same letters, but other words.
      const letters = slice(toUpperCase(name), 0, -"OR".length);
      if (code > 0 && (type === code || constantLetters === letters)) {
        return name;
      }
    }
    return typeof type === "number"
      ? testBug(`unrecognized DOMException code "${type}"`)
      : testBug(`unrecognized DOMException code name or name "${type}"`);
  }

  function domExceptionOf(type, constructor) {
    return (e, failed, how) => {
      requireObject(e, failed, how);
      if (typeof type !== "number" && typeof type !== "string") {
        failed(`${format_value(type)} is not a number or string`);
      }
      const name = domExceptionName(type);
      const requireProperty = (key, expected) => {
        if (!(key in e && e[key] === expected)) {
          failed(
            `${how} ${format_value(e)} that is not a DOMException ${type}: property` +
              ` ${format_value(key)} is equal to ${format_value(e[key])},` +
              ` expected ${format_value(expected)}`,
          );
        }
      };
      const code = DOM_EXCEPTION_CODES[name];
      requireProperty("code", code);
      // Exceptions from before the names had names in capitals: there the code says it all.
      const hasModernName =
        typeof e.name === "string" && e.name !== toUpperCase(e.name) && e.name !== "DOMException";
      if (code === 0 || hasModernName) {
        requireProperty("name", name);
      }
      // Last, as the failures above tell more about an altogether different error.
      if (e.constructor !== constructor) {
        failed(`${how} an exception from the wrong global`);
      }
    };
  }

  // `requested` and `quota` are each the value itself, or a function which judges it.
  function quotaExceededErrorOf(constructor, requested, quota) {
    return (e, failed, how) => {
      requireObject(e, failed, how);
      if (e.constructor !== constructor || e.name !== "QuotaExceededError") {
        failed(
          `${how} ${format_value(e)} (${format_value(e.name)}) expected instance of` +
            ` ${format_value(constructor)} ("QuotaExceededError")`,
        );
      }
      const requireAmount = (key, expected) => {
        if (typeof expected === "function" ? !expected(e[key]) : !is(e[key], expected)) {
          failed(
            `${how} a QuotaExceededError whose ${format_value(key)} is ${format_value(e[key])},` +
              ` expected ${format_value(expected)}`,
          );
        }
      };
      requireAmount("requested", requested);
      requireAmount("quota", quota);
    };
  }

  const exactly = (exception) => (e, failed, how) => {
    if (!is(e, exception)) {
      failed(`${how} ${format_value(e)} but we expected it to throw ${format_value(exception)}`);
    }
  };

  // Several functions take an optional constructor of another realm before their other arguments.
  // Gives back a list that always starts with a constructor.
  function withConstructor(name, args, limit, caller) {
    if (typeof args[0] === "function" && args[0].name === name) {
      return args;
    }
    if (args.length > limit && args[limit] !== undefined) {
      fail(caller, undefined, `too many arguments for a call without a ${name} constructor`);
    }
    const list = [global[name]];
    for (let i = 0; i < limit; i += 1) {
      push(list, args[i]);
    }
    return list;
  }

  function assert_throws_js(constructor, func, description) {
    assertThrows("assert_throws_js", func, description, errorOf(constructor));
  }

  function assert_throws_dom(type, ...args) {
    const list = withConstructor("DOMException", args, 2, "assert_throws_dom");
    assertThrows("assert_throws_dom", list[1], list[2], domExceptionOf(type, list[0]));
  }

  function assert_throws_quotaexceedederror(...args) {
    const name = "assert_throws_quotaexceedederror";
    const list = withConstructor("QuotaExceededError", args, 4, name);
    assertThrows(name, list[1], list[4], quotaExceededErrorOf(list[0], list[2], list[3]));
  }

  function assert_throws_exactly(exception, func, description) {
    assertThrows("assert_throws_exactly", func, description, exactly(exception));
  }

  function promise_rejects_js(test, constructor, promise, description) {
    return promiseRejects("promise_rejects_js", test, promise, description, errorOf(constructor));
  }

  function promise_rejects_dom(test, type, ...args) {
    const name = "promise_rejects_dom";
    const list = withConstructor("DOMException", args, 2, name);
    return promiseRejects(name, test, list[1], list[2], domExceptionOf(type, list[0]));
  }

  function promise_rejects_quotaexceedederror(test, ...args) {
    const name = "promise_rejects_quotaexceedederror";
    const list = withConstructor("QuotaExceededError", args, 4, name);
    const check = quotaExceededErrorOf(list[0], list[2], list[3]);
    return promiseRejects(name, test, list[1], list[4], check);
  }

  function promise_rejects_exactly(test, exception, promise, description) {
    const name = "promise_rejects_exactly";
    return promiseRejects(name, test, promise, description, exactly(exception));
  }

  // ---------------------------------------------------------------------------------------------
  // One subtest

  const STATUS = freeze({ PASS: 0, FAIL: 1, TIMEOUT: 2, NOTRUN: 3, PRECONDITION_FAILED: 4 });
  const PHASE = freeze({ INITIAL: 0, STARTED: 1, HAS_RESULT: 2, CLEANING: 3, COMPLETE: 4 });

  const hasTimers = typeof setTimer === "function";

  function startTimer(caller, callback, delay) {
    if (!hasTimers) {
      throw new AssertionError(`${caller} needs setTimeout(), which this runtime does not have`);
    }
    return setTimer(callback, delay);
  }

  class Test {
    // Declared, so that they are defined even where a test has put accessors of the same names on
    // Object.prototype; the same in the classes below.
    name;
    properties;
    index = null;
    phase;
    status = STATUS.NOTRUN;
    message = null;
    stack = null;

    constructor(name, properties) {
      if (tests.file_is_test && tests.tests.length > 0) {
        throw new NativeError("Tried to create a test with file_is_test");
      }
      // Results travel as UTF-8, which has no lone surrogates: they are spelt out.
      this.name = withoutLoneSurrogates(name);
      this.properties = properties || {};
      this.phase = tests.takesNoMore() ? PHASE.COMPLETE : PHASE.INITIAL;
      this._isPromiseTest = false;
      this._abortController = null;
      this._cleanups = [];
      this._authorsCleanups = 0;
      this._completionCallbacks = [];
      tests.add(this);
    }

    set_status(status, message, stack) {
      this.status = status;
      this.message = message;
      this.stack = stack ? stack : null;
    }

    step(func, thisObject, ...args) {
      if (this.phase > PHASE.STARTED) {
        return undefined;
      }
      this.phase = PHASE.STARTED;
      // The result, should nothing else ever happen.
      this.set_status(STATUS.TIMEOUT, "Test timed out");
      tests.notifyState(this);
      try {
        return apply(func, arguments.length === 1 ? this : thisObject, args);
      } catch (e) {
        // The step itself may have ended the test before it threw.
        if (this.phase < PHASE.HAS_RESULT) {
          const unsupported = isInstance(e, OptionalFeatureUnsupportedError);
          const status = unsupported ? STATUS.PRECONDITION_FAILED : STATUS.FAIL;
          this.set_status(status, messageOf(e), stackOf(e));
          this.phase = PHASE.HAS_RESULT;
          this.done();
        }
        return undefined;
      }
    }

    step_func(func, thisObject) {
      const receiver = arguments.length === 1 ? this : thisObject;
      return (...args) => this.step(() => apply(func, receiver, args));
    }

    step_func_done(func, thisObject) {
      const step = func ? this.step_func(func, arguments.length === 1 ? this : thisObject) : null;
      return (...args) => {
        if (step) {
          apply(step, undefined, args);
        }
        this.done();
      };
    }

    unreached_func(description) {
      return this.step_func(() => assert_unreached(description));
    }

    step_timeout(func, timeout, ...args) {
      const callback = this.step_func(() => apply(func, this, args));
      const start = () => startTimer("step_timeout", callback, timeout * tests.timeout_multiplier);
      // Without timers it is this test that fails, wherever it asked for one.
      return hasTimers ? start() : this.step(start);
    }

    step_wait_func(cond, func, description, timeout = 3000, interval = 100) {
      let remaining = ceil((timeout * tests.timeout_multiplier) / interval);
      const judge = this.step_func((met) => {
        if (met) {
          func();
          return;
        }
        if (remaining === 0) {
          fail("step_wait_func", description, "Timed out waiting on condition");
        }
        remaining -= 1;
        startTimer("step_wait_func", poll, interval);
      });
      const poll = this.step_func(() => {
        then(resolved(cond()), judge, this.unreached_func("step_wait_func"));
      });
      poll();
    }

    step_wait_func_done(cond, func, description, timeout, interval) {
      const met = () => {
        if (func) {
          func();
        }
        this.done();
      };
      this.step_wait_func(cond, met, description, timeout, interval);
    }

    step_wait(cond, description, timeout, interval) {
      return new NativePromise((resolve) => {
        this.step_wait_func(cond, resolve, description, timeout, interval);
      });
    }

    get_signal() {
      if (!this._abortController) {
        if (typeof global.AbortController !== "function") {
          throw new NativeError("AbortController is not supported in this runtime");
        }
        this._abortController = new global.AbortController();
        if (this.phase >= PHASE.CLEANING) {
          this._abortController.abort("Test cleanup");
        }
      }
      return this._abortController.signal;
    }

    add_cleanup(callback) {
      this._authorsCleanups += 1;
      push(this._cleanups, callback);
    }

    timeout() {
      if (this.phase < PHASE.CLEANING) {
        this.set_status(STATUS.TIMEOUT, "Test timed out");
        this.phase = PHASE.HAS_RESULT;
        this.done();
      }
    }

    force_timeout() {
      this.timeout();
    }

    done() {
      if (this.phase >= PHASE.CLEANING) {
        return;
      }
      if (this.phase <= PHASE.STARTED) {
        this.set_status(STATUS.PASS, null);
      }
      this._cleanUp();
    }

    // Runs the cleanups in the order they were added. In a promise_test they may give promises,
    // which all have to settle before the test is complete. A failed cleanup leaves behind an
    // unknown state: the file's run is aborted.
    _cleanUp() {
      this.phase = PHASE.CLEANING;
      if (this._abortController) {
        this._abortController.abort("Test cleanup");
      }
      const errors = [];
      const failed = (error) => {
        push(errors, error);
        tests.abort();
      };
      let badValues = 0;
      // Starts at one, for this function's own run through the list.
      let pending = 1;
      const settled = () => {
        pending -= 1;
        if (pending === 0) {
          this._cleanedUp(errors, badValues);
        }
      };
      for (let i = 0; i < this._cleanups.length; i += 1) {
        try {
          const cleanup = this._cleanups[i];
          const result = cleanup();
          if (this._isPromiseTest && isThenable(result)) {
            pending += 1;
            then(resolved(result), settled, (reason) => {
              failed(reason);
              settled();
            });
          } else if (result !== undefined) {
            badValues += 1;
            tests.abort();
          }
        } catch (e) {
          failed(e);
        }
      }
      settled();
    }

    _cleanedUp(errors, badValues) {
      if (errors.length > 0 || badValues > 0) {
        const count = this._authorsCleanups;
        let message = `Test named '${this.name}' specified ${count} 'cleanup' function`;
        message += count > 1 ? "s" : "";
        message += errors.length > 0 ? `, and ${errors.length} failed` : "";
        if (badValues > 0) {
          const kind = this._isPromiseTest ? "non-thenable" : "non-undefined";
          message += `, and ${badValues} returned a ${kind} value`;
        }
        tests.status.set(HARNESS.ERROR, `${message}.`, stackOf(errors[0]));
      }
      this.phase = PHASE.COMPLETE;
      tests.result(this);
      const callbacks = this._completionCallbacks;
      this._completionCallbacks = [];
      for (let i = 0; i < callbacks.length; i += 1) {
        callbacks[i]();
      }
    }

    _whenComplete(callback) {
      if (this.phase === PHASE.COMPLETE) {
        callback();
      } else {
        push(this._completionCallbacks, callback);
      }
    }
  }
  assign(Test.prototype, STATUS, { phases: PHASE });

  // ---------------------------------------------------------------------------------------------
  // The run of a file

  const HARNESS = freeze({ OK: 0, ERROR: 1, TIMEOUT: 2, PRECONDITION_FAILED: 3 });
  const RUN = freeze({ INITIAL: 0, HAVE_TESTS: 1, HAVE_RESULTS: 2, COMPLETE: 3 });

  // The outcome of the file as a whole; `status` is null as long as nothing went wrong.
  class TestsStatus {
    status = null;
    message = null;
    stack = null;

    set(status, message, stack) {
      this.status = status;
      this.message = message;
      this.stack = stack ? stack : null;
    }
  }
  assign(TestsStatus.prototype, HARNESS);

  class Tests {
    tests = [];
    phase = RUN.INITIAL;
    status = new TestsStatus();
    properties = {};
    file_is_test = false;
    allow_uncaught_exception = false;
    timeout_multiplier = 1;
    promiseSetupCalled = false;
    startCallbacks = [];
    stateCallbacks = [];
    resultCallbacks = [];
    completionCallbacks = [];
    // What keeps the run open.
    pending = 0;
    waitsForDone = false;
    allLoaded = false;
    notifiesResult = false;
    // A cleanup failed: what has not started never will.
    aborted = false;
    // The end of the sequence of promise tests.
    sequence = undefined;

    takesNoMore() {
      return this.aborted || this.phase === RUN.COMPLETE;
    }

    // A test which comes after completion still runs, but nobody hears of it: whether it would
    // make it into the results was a matter of luck.
    add(test) {
      if (this.phase === RUN.COMPLETE) {
        return;
      }
      if (this.phase < RUN.HAVE_TESTS) {
        this.phase = RUN.HAVE_TESTS;
        this.notify(this.startCallbacks, this.properties);
      }
      this.pending += 1;
      test.index = this.tests.length;
      push(this.tests, test);
      this.notifyState(test);
    }

    notify(callbacks, argument) {
      for (let i = 0; i < callbacks.length; i += 1) {
        const callback = callbacks[i];
        callback(argument, this);
      }
    }

    notifyState(test) {
      this.notify(this.stateCallbacks, test);
    }

    setup(func, properties) {
      if (this.phase >= RUN.HAVE_RESULTS) {
        return;
      }
      this.properties = properties;
      if (properties) {
        this.configure(properties);
      }
      if (func) {
        try {
          func();
        } catch (e) {
          const unsupported = isInstance(e, OptionalFeatureUnsupportedError);
          this.status.set(
            unsupported ? HARNESS.PRECONDITION_FAILED : HARNESS.ERROR,
            stringOf(e),
            stackOf(e),
          );
          this.complete();
        }
      }
    }

    // `explicit_timeout` is what this harness does anyway; the other settings are about output.
    configure(properties) {
      if ("allow_uncaught_exception" in properties) {
        this.allow_uncaught_exception = properties.allow_uncaught_exception;
      }
      if ("timeout_multiplier" in properties) {
        this.timeout_multiplier = properties.timeout_multiplier;
      }
      if (properties.explicit_done) {
        this.waitsForDone = true;
      }
      if (properties.single_test) {
        if (this.tests.length > 0) {
          throw new NativeError("Tried to set file as test after creating a test");
        }
        this.waitsForDone = true;
        this.file_is_test = true;
        async_test();
      }
    }

    // Promise tests run one after the other, each when the one before is complete, cleanups and
    // all. `await` is not affected by a Promise.prototype.then that a test has replaced.
    enqueue(task) {
      const runAfter = async (previous) => {
        await previous;
        await task();
      };
      this.sequence = runAfter(this.sequence);
    }

    result(test) {
      // A cleanup that outlived the host's deadline: the results have been given.
      if (this.phase === RUN.COMPLETE) {
        return;
      }
      this.phase = RUN.HAVE_RESULTS;
      this.pending -= 1;
      this.notifiesResult = true;
      this.notify(this.resultCallbacks, test);
      this.notifiesResult = false;
      this.completeIfDone();
    }

    loaded() {
      this.allLoaded = true;
      this.completeIfDone();
    }

    done() {
      if (this.tests.length === 0) {
        if (this.status.status === null) {
          this.status.set(HARNESS.ERROR, "done() was called without first defining any tests");
        }
        this.complete();
        return;
      }
      if (this.file_is_test) {
        this.tests[0].done();
      }
      this.waitsForDone = false;
      this.completeIfDone();
    }

    completeIfDone() {
      if (
        this.tests.length > 0 &&
        this.allLoaded &&
        (this.pending === 0 || this.aborted) &&
        !this.waitsForDone &&
        !this.notifiesResult
      ) {
        this.complete();
      }
    }

    abort() {
      this.aborted = true;
      for (let i = 0; i < this.tests.length; i += 1) {
        if (this.tests[i].phase === PHASE.INITIAL) {
          this.tests[i].phase = PHASE.COMPLETE;
        }
      }
    }

    // The host's deadline has passed, or nothing more will ever happen.
    timeout() {
      if (this.status.status === null) {
        let cleaning = null;
        for (let i = 0; i < this.tests.length; i += 1) {
          if (this.tests[i].phase === PHASE.CLEANING) {
            cleaning = this.tests[i];
          }
          this.tests[i].phase = PHASE.COMPLETE;
        }
        if (cleaning) {
          this.status.set(
            HARNESS.ERROR,
            `Timeout while running cleanup for test named "${cleaning.name}".`,
          );
        } else {
          this.status.status = HARNESS.TIMEOUT;
        }
      }
      this.complete();
      // A cleanup that never settles must not hold up the results.
      this.finish();
    }

    // Ends what has not ended, then the run itself.
    complete() {
      // Starts at one, for this function's own run through the list.
      let incomplete = 1;
      const completed = () => {
        incomplete -= 1;
        if (incomplete === 0) {
          this.finish();
        }
      };
      for (let i = 0; i < this.tests.length; i += 1) {
        const test = this.tests[i];
        if (test.phase < PHASE.COMPLETE) {
          incomplete += 1;
          test._whenComplete(completed);
          if (test.phase < PHASE.CLEANING) {
            test._cleanUp();
          }
        }
      }
      completed();
    }

    finish() {
      if (this.phase === RUN.COMPLETE) {
        return;
      }
      this.phase = RUN.COMPLETE;
      if (this.status.status === null) {
        const duplicates = this.findDuplicateNames();
        if (duplicates.length > 0) {
          const names = duplicates.length > 1 ? "names" : "name";
          this.status.set(
            HARNESS.ERROR,
            `${duplicates.length} duplicate test ${names}: "${join(duplicates, '", "')}"`,
          );
        } else {
          this.status.status = HARNESS.OK;
        }
      }
      // WPT records single assertions in a debugging mode and passes them on as a third argument.
      for (let i = 0; i < this.completionCallbacks.length; i += 1) {
        const callback = this.completionCallbacks[i];
        callback(this.tests, this.status, []);
      }
    }

    findDuplicateNames() {
      const seen = create(null);
      const duplicates = [];
      for (let i = 0; i < this.tests.length; i += 1) {
        const { name } = this.tests[i];
        seen[name] = (seen[name] ?? 0) + 1;
        if (seen[name] === 2) {
          push(duplicates, name);
        }
      }
      return duplicates;
    }
  }

  const tests = new Tests();

  // ---------------------------------------------------------------------------------------------
  // Names of tests whose author gave none

  let untitled = 0;
  const bodiesSeen = create(null);

  function fileTitle() {
    if (global.META_TITLE) {
      return NativeString(global.META_TITLE);
    }
    const path = global.location?.pathname;
    if (typeof path !== "string") {
      return "Untitled";
    }
    return split(slice(path, lastIndexOf(path, "/") + 1), ".")[0] || "Untitled";
  }

  // A short arrow function without parameters is its own best name.
  function nameFromBody(func) {
    const source = typeof func === "function" ? sourceOf(func) : "";
    const match = exec(/^\(\)\s*=>\s*(.*)$/, source);
    if (!match || exec(/[\n\r\u2028\u2029]/, source)) {
      return "";
    }
    let body = trim(match[1]);
    if (body[0] === "{" && endsWith(body, "}")) {
      body = trim(slice(body, 1, -1));
    }
    const statement = exec(/^([^;]*)(?:;\s*)+$/, body);
    return statement ? statement[1] : body;
  }

  function nameOf(func, name) {
    if (name) {
      return NativeString(name);
    }
    const body = nameFromBody(func);
    if (body) {
      const count = bodiesSeen[body] ?? 0;
      bodiesSeen[body] = count + 1;
      return count > 0 ? `${body} ${count}` : body;
    }
    const suffix = untitled > 0 ? ` ${untitled}` : "";
    untitled += 1;
    return fileTitle() + suffix;
  }

  // ---------------------------------------------------------------------------------------------
  // Defining tests

  // With promise_setup() in a file, only promise tests wait for what it prepares.
  function forbidAfterPromiseSetup(caller) {
    if (tests.promiseSetupCalled) {
      tests.status.set(HARNESS.ERROR, `\`${caller}\` invoked after \`promise_setup\``);
      tests.complete();
    }
  }

  // A value that nobody waits for or looks at: most often the promise of an async function, whose
  // assertions would come too late.
  function returnedValueMessage(caller, name, value) {
    let message = `Test named "${name}" passed a function to \`${caller}\` that returned a value.`;
    try {
      if (isThenable(value)) {
        message += " Consider using `promise_test` instead when using Promises or async/await.";
      }
    } catch {
      // A hostile getter: there is nothing to add.
    }
    return message;
  }

  function test(func, name, properties) {
    forbidAfterPromiseSetup("test");
    const subtest = new Test(nameOf(func, name), properties);
    const value = subtest.step(func, subtest, subtest);
    if (value !== undefined) {
      tests.status.set(HARNESS.ERROR, returnedValueMessage("test", subtest.name, value));
    }
    if (subtest.phase === PHASE.STARTED) {
      subtest.done();
    }
  }

  function async_test(func, name, properties) {
    forbidAfterPromiseSetup("async_test");
    if (typeof func !== "function") {
      return new Test(nameOf(null, func), name);
    }
    const subtest = new Test(nameOf(func, name), properties);
    const value = subtest.step(func, subtest, subtest);
    if (value !== undefined) {
      tests.status.set(HARNESS.ERROR, returnedValueMessage("async_test", subtest.name, value));
      tests.complete();
    }
    return subtest;
  }

  function promise_test(func, name, properties) {
    const isFunction = typeof func === "function";
    const subtest = isFunction
      ? new Test(nameOf(func, name), properties)
      : new Test(nameOf(null, func), name);
    subtest._isPromiseTest = true;
    tests.enqueue(() => runPromiseTest(subtest, isFunction ? func : null));
  }

  function runPromiseTest(subtest, func) {
    const promise = subtest.step(func, subtest, subtest);
    subtest.step(() => {
      if (!isThenable(promise)) {
        const received = promise ? "an object with no `then` method" : format_value(promise);
        fail(
          "promise_test",
          null,
          `test body must return a 'thenable' object (received ${received})`,
        );
      }
    });
    // A step may fail while the promise never settles: the test's end counts, not the promise's.
    const complete = new NativePromise((resolve) => subtest._whenComplete(resolve));
    const judged = then(
      resolved(promise),
      () => undefined,
      subtest.step_func((reason) => {
        if (isInstance(reason, AssertionError)) {
          throw reason;
        }
        fail("promise_test", null, `Unhandled rejection with value: ${format_value(reason)}`);
      }),
    );
    then(judged, () => subtest.done());
    return complete;
  }

  // Deprecated in WPT: one test for each list of a name and arguments.
  function generate_tests(func, args, properties) {
    for (let i = 0; i < args.length; i += 1) {
      const subtest = function () {
        apply(func, this, sliceArray(args[i], 1));
      };
      test(subtest, args[i][0], isArray(properties) ? properties[i] : properties);
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Setting up and ending a file

  function setup(funcOrProperties, properties) {
    if (arguments.length === 2) {
      tests.setup(funcOrProperties, properties);
    } else if (typeof funcOrProperties === "function") {
      tests.setup(funcOrProperties, {});
    } else {
      tests.setup(null, funcOrProperties);
    }
  }

  function promise_setup(func, properties = {}) {
    const failed = (reason) => {
      tests.status.set(HARNESS.ERROR, stringOf(reason), stackOf(reason));
      tests.complete();
    };
    if (typeof func !== "function") {
      failed("`promise_setup` invoked without a function");
      return;
    }
    tests.promiseSetupCalled = true;
    tests.enqueue(async () => {
      try {
        tests.setup(null, properties);
        const result = func();
        if (isThenable(result)) {
          await result;
        } else {
          failed("Non-thenable returned by function passed to `promise_setup`");
        }
      } catch (e) {
        failed(e);
      }
    });
  }

  function done() {
    tests.done();
  }

  function timeout() {
    tests.timeout();
  }

  // For files of a single test, where there is no Test object at hand.
  function step_timeout(func, timeout, ...args) {
    const callback = () => apply(func, this, args);
    return startTimer("step_timeout", callback, timeout * tests.timeout_multiplier);
  }

  // ---------------------------------------------------------------------------------------------
  // Those who listen to results

  const listeners = {
    add_start_callback: (callback) => void push(tests.startCallbacks, callback),
    add_test_state_callback: (callback) => void push(tests.stateCallbacks, callback),
    add_result_callback: (callback) => void push(tests.resultCallbacks, callback),
    add_completion_callback: (callback) => void push(tests.completionCallbacks, callback),
  };

  // ---------------------------------------------------------------------------------------------
  // Helpers for asynchronous interfaces

  // Gives promises for events, and fails the test on any watched event which nobody waits for.
  class EventWatcher {
    constructor(test, watchedNode, eventTypes, timeoutPromise) {
      const types = typeof eventTypes === "string" ? [eventTypes] : eventTypes;
      // What wait_for() waits for: { types, events, record, resolve }, or null.
      let waiting = null;

      const fulfil = (value) => {
        // First, as whoever gets the value may wait for the next event at once.
        const { resolve } = waiting;
        waiting = null;
        resolve(value);
      };

      const listener = test.step_func((event) => {
        assert_true(waiting !== null, `Not expecting event, but got ${event.type} event`);
        const expected = waiting.types[waiting.events.length];
        assert_equals(
          event.type,
          expected,
          `Expected ${expected} event, but got ${event.type} event instead`,
        );
        push(waiting.events, event);
        if (waiting.events.length === waiting.types.length) {
          fulfil(waiting.record ? waiting.events : event);
        }
      });

      for (let i = 0; i < types.length; i += 1) {
        watchedNode.addEventListener(types[i], listener, false);
      }

      this.wait_for = (types, options) => {
        if (waiting) {
          return NativePromise.reject("Already waiting for an event or events");
        }
        return new NativePromise((resolve) => {
          const current = {
            types: typeof types === "string" ? [types] : types,
            events: [],
            record: options?.record === "all",
            resolve,
          };
          waiting = current;
          if (timeoutPromise) {
            const timedOut = test.step_func(() => {
              if (waiting === current) {
                // To wait for no event at all is to see that none comes in time.
                const missing = sliceArray(current.types, current.events.length);
                assert_true(missing.length === 0, `Timed out waiting for ${join(missing, ", ")}`);
                fulfil(current.record ? current.events : null);
              }
            });
            timeoutPromise().then(timedOut);
          }
        });
      };

      this.stop_watching = () => {
        for (let i = 0; i < types.length; i += 1) {
          watchedNode.removeEventListener(types[i], listener, false);
        }
      };

      // Not an author's cleanup, so it is not counted in messages about those.
      push(test._cleanups, this.stop_watching);
    }
  }

  function on_event(object, event, callback) {
    object.addEventListener(event, callback, false);
  }

  async function fetch_json(resource) {
    const response = await global.fetch(resource);
    return await response.json();
  }

  // ---------------------------------------------------------------------------------------------
  // Uncaught errors, where the runtime tells of them by events

  function uncaught(error, message, stack) {
    const unsupported = isInstance(error, OptionalFeatureUnsupportedError);
    if (tests.file_is_test) {
      const only = tests.tests[0];
      if (only.phase >= PHASE.HAS_RESULT) {
        return;
      }
      only.set_status(unsupported ? STATUS.PRECONDITION_FAILED : STATUS.FAIL, message, stack);
      only.phase = PHASE.HAS_RESULT;
    } else if (!tests.allow_uncaught_exception) {
      tests.status.set(unsupported ? HARNESS.PRECONDITION_FAILED : HARNESS.ERROR, message, stack);
    }
    if (!tests.allow_uncaught_exception) {
      tests.done();
    }
  }

  if (typeof global.addEventListener === "function") {
    global.addEventListener("error", (event) => {
      // Some runtimes hand over the very value that was thrown, which can be anything.
      const read = (key) => readThrown(() => event[key]);
      const error = read("error");
      const place = `${read("filename")}:${read("lineno")}:${read("colno")}`;
      uncaught(error, read("message"), stackOf(error) || place);
    });
    global.addEventListener("unhandledrejection", (event) => {
      const { reason } = event;
      const message = readThrown(() => reason.message);
      const text = message ? `Unhandled rejection: ${message}` : "Unhandled rejection";
      uncaught(reason, text, stackOf(reason));
    });
  }

  // ---------------------------------------------------------------------------------------------
  // The public names

  assign(global, listeners, {
    AssertionError,
    EventWatcher,
    OptionalFeatureUnsupportedError,
    assert_any,
    assert_approx_equals,
    assert_array_approx_equals,
    assert_array_equals,
    assert_between_exclusive,
    assert_between_inclusive,
    assert_class_string,
    assert_equals,
    assert_false,
    assert_greater_than,
    assert_greater_than_equal,
    assert_idl_attribute,
    assert_implements,
    assert_implements_optional,
    assert_in_array,
    assert_inherits,
    assert_less_than,
    assert_less_than_equal,
    assert_not_equals,
    assert_not_own_property,
    assert_object_equals,
    assert_own_property,
    assert_readonly,
    assert_regexp_match,
    assert_throws_dom,
    assert_throws_exactly,
    assert_throws_js,
    assert_throws_quotaexceedederror,
    assert_true,
    assert_unreached,
    async_test,
    done,
    fetch_json,
    format_value,
    generate_tests,
    on_event,
    promise_rejects_dom,
    promise_rejects_exactly,
    promise_rejects_js,
    promise_rejects_quotaexceedederror,
    promise_setup,
    promise_test,
    setup,
    step_timeout,
    test,
    timeout,
  });

  // All scripts of a test run in one go: the first microtask comes after the last of them.
  if (global.GLOBAL?.isWindow()) {
    // Between the scripts of a document microtasks run. What listens to the event comes first.
    global.addEventListener("load", () => setTimer(() => tests.loaded(), 0));
  } else {
    then(resolved(), () => tests.loaded());
  }
})();

// META: title=Headers: normalisation and validation of values
// META: spec=https://fetch.spec.whatwg.org/#header-value
// META: spec=https://fetch.spec.whatwg.org/#concept-header-value-normalize
// META: spec=https://webidl.spec.whatwg.org/#js-ByteString
"use strict";

const normalised = [
  ["leading spaces", "  value", "value"],
  ["trailing spaces", "value  ", "value"],
  ["tabs on both sides", "\tvalue\t", "value"],
  ["a leading line feed", "\nvalue", "value"],
  ["a trailing carriage return and line feed", "value\r\n", "value"],
  ["mixed whitespace on both sides", " \t\r\n value \n\r\t ", "value"],
  ["nothing but whitespace", " \t\r\n ", ""],
];

for (const [label, input, expected] of normalised) {
  test(
    () => {
      const headers = new Headers();
      headers.append("appended", input);
      headers.set("assigned", input);
      assert_equals(headers.get("appended"), expected);
      assert_equals(headers.get("assigned"), expected);
      assert_equals(new Headers({ given: input }).get("given"), expected);
    },
    `${label} is stripped`,
    { requirements: ["header-value-normalize"] },
  );
}

for (const [label, value] of [
  ["spaces and tabs inside", "a \t b"],
  ["an empty value", ""],
  ["a comma", "a,b"],
  ["a leading form feed", "\fvalue"],
  ["a leading vertical tab", "\vvalue"],
  ["a no-break space at both ends", "\u00a0value\u00a0"],
  ["control characters", "a\x01\x08\x1fb"],
  ["a DEL", "a\x7fb"],
  ["bytes above 0x7F", "\u0080\u00e9\u00ff"],
  ["quotation marks and backslashes", '"a\\"b"'],
]) {
  test(
    () => {
      const headers = new Headers();
      headers.append("name", value);
      assert_equals(headers.get("name"), value);
    },
    `${label} is kept as it is`,
    { requirements: ["header-value-kept"] },
  );
}

for (const [label, value] of [
  ["a NUL", "a\0b"],
  ["a leading NUL", "\0a"],
  ["a trailing NUL", "a\0"],
  ["a line feed inside", "a\nb"],
  ["a carriage return inside", "a\rb"],
  ["a folded line", "a\r\n b"],
  ["a NUL behind which whitespace is stripped", "a\0 "],
]) {
  for (const method of ["append", "set"]) {
    test(
      () => {
        const headers = new Headers({ name: "old" });
        assert_throws_js(TypeError, () => headers[method]("name", value));
        assert_equals(headers.get("name"), "old");
      },
      `${method}() throws a TypeError for ${label}`,
      { requirements: ["header-value-invalid"] },
    );
  }
}

for (const [label, value] of [
  ["U+0100", "\u0100"],
  ["U+2028", "a\u2028"],
  ["a surrogate pair", "\u{1f600}"],
  ["a lone surrogate", "\ud800"],
]) {
  test(
    () => {
      const headers = new Headers();
      assert_throws_js(TypeError, () => headers.append("name", value));
      assert_throws_js(TypeError, () => headers.set("name", value));
      assert_false(headers.has("name"));
    },
    `a value with ${label} is no ByteString and throws a TypeError`,
    { requirements: ["headers-bytestring"] },
  );
}

for (const [label, value, expected] of [
  ["null", null, "null"],
  ["undefined", undefined, "undefined"],
  ["a number", 1e21, "1e+21"],
  ["negative zero", -0, "0"],
  ["a bigint", 10n, "10"],
  ["an object with toString", { toString: () => "shown" }, "shown"],
]) {
  test(
    () => {
      const headers = new Headers();
      headers.append("name", value);
      assert_equals(headers.get("name"), expected);
    },
    `append() converts ${label} to a string`,
    { requirements: ["header-value-strings"] },
  );
}

test(
  () => {
    const error = new Error("from toString()");
    const value = {
      toString() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => new Headers().append("name", value));
  },
  "an exception while converting a value is passed on",
  { requirements: ["header-value-strings"] },
);

test(
  () => {
    const headers = new Headers();
    assert_throws_js(TypeError, () => headers.append("name", Symbol("value")));
  },
  "append() throws a TypeError for a symbol",
  { requirements: ["header-value-strings"] },
);

test(
  () => {
    const order = [];
    const name = {
      toString() {
        order.push("name");
        return "bad name";
      },
    };
    const value = {
      toString() {
        order.push("value");
        return "value";
      },
    };
    assert_throws_js(TypeError, () => new Headers().append(name, value));
    assert_array_equals(order, ["name", "value"]);
  },
  "both arguments are converted, in order, before the name is validated",
  { requirements: ["header-arguments-first"] },
);

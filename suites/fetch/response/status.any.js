// META: title=Response status and statusText
// META: spec=https://fetch.spec.whatwg.org/#initialize-a-response
// META: spec=https://fetch.spec.whatwg.org/#null-body-status
// META: spec=https://fetch.spec.whatwg.org/#ok-status
// META: spec=https://webidl.spec.whatwg.org/#js-unsigned-short
"use strict";

for (const [status, ok] of [
  [200, true],
  [201, true],
  [204, true],
  [299, true],
  [300, false],
  [304, false],
  [404, false],
  [418, false],
  [599, false],
]) {
  test(
    () => {
      const response = new Response(null, { status });
      assert_equals(response.status, status);
      assert_equals(response.ok, ok);
    },
    `status ${status} is allowed and ok is ${ok}`,
    { requirements: ["status-range", "status-ok"] },
  );
}

for (const status of [0, 100, 101, 103, 199, 600, 999, 1000, 65535, -1]) {
  test(
    () => {
      assert_throws_js(RangeError, () => new Response(null, { status }));
    },
    `status ${status} throws a RangeError`,
    { requirements: ["status-range"] },
  );
}

// The conversion to unsigned short takes the integer part modulo 65536.
for (const [label, status, expected] of [
  ["a string of digits", "404", 404],
  ["a fraction", 299.9, 299],
  ["65536 more", 65536 + 201, 201],
  ["65536 less", 404 - 65536, 404],
  ["an object with valueOf", { valueOf: () => 503 }, 503],
  ["undefined", undefined, 200],
]) {
  test(
    () => {
      assert_equals(new Response(null, { status }).status, expected);
    },
    `status given as ${label} is converted to ${expected}`,
    { requirements: ["status-converted"] },
  );
}

for (const [label, status] of [
  ["null", null],
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["true", true],
  ["a string that is no number", "OK"],
]) {
  test(
    () => {
      assert_throws_js(RangeError, () => new Response(null, { status }));
    },
    `status given as ${label} is converted to a number out of range and throws a RangeError`,
    { requirements: ["status-converted"] },
  );
}

for (const [label, status] of [
  ["a symbol", Symbol("status")],
  ["a bigint", 200n],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Response(null, { status }));
    },
    `status given as ${label} throws a TypeError`,
    { requirements: ["status-converted"] },
  );
}

for (const status of [204, 205, 304]) {
  test(
    () => {
      const response = new Response(null, { status });
      assert_equals(response.status, status);
      assert_equals(response.body, null);
    },
    `null body status ${status} is allowed without a body`,
    { requirements: ["status-null-body"] },
  );

  test(
    () => {
      assert_throws_js(TypeError, () => new Response("text", { status }));
      assert_throws_js(TypeError, () => new Response("", { status }));
    },
    `null body status ${status} with a body throws a TypeError, even with an empty one`,
    { requirements: ["status-null-body"] },
  );

  test(
    () => {
      const stream = new ReadableStream();
      assert_throws_js(TypeError, () => new Response(stream, { status }));
    },
    `null body status ${status} with a stream throws a TypeError`,
    { requirements: ["status-null-body"] },
  );
}

for (const [label, statusText] of [
  ["the empty string", ""],
  ["words", "Not At All Found"],
  ["a tab", "a\tb"],
  ["spaces around", " a "],
  ["visible ASCII punctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"],
  ["bytes above 0x7F", "\u0080\u00e9\u00ff"],
]) {
  test(
    () => {
      assert_equals(new Response(null, { statusText }).statusText, statusText);
    },
    `statusText may hold ${label}`,
    { requirements: ["status-text"] },
  );
}

for (const [label, statusText] of [
  ["a line feed", "a\nb"],
  ["a trailing carriage return", "a\r"],
  ["a NUL", "\0"],
  ["a control character", "a\x1f"],
  ["a DEL", "a\x7f"],
  ["a code unit above 0xFF", "\u0100"],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => new Response(null, { statusText }));
    },
    `statusText with ${label} throws a TypeError`,
    { requirements: ["status-text-invalid"] },
  );
}

test(
  () => {
    assert_equals(new Response(null, { statusText: null }).statusText, "null");
    assert_equals(new Response(null, { statusText: 404 }).statusText, "404");
    assert_equals(new Response(null, { statusText: undefined }).statusText, "");
  },
  "statusText is converted to a string",
  { requirements: ["status-text"] },
);

test(
  () => {
    assert_throws_js(RangeError, () => new Response("text", { status: 1000, statusText: "\n" }));
  },
  "the range of the status is checked before statusText",
  { requirements: ["status-checked-first"] },
);

test(
  () => {
    const init = { status: 204, headers: { "bad name": "" } };
    assert_throws_js(TypeError, () => new Response(null, init));
    assert_throws_js(RangeError, () => new Response(null, { ...init, status: 99 }));
  },
  "the range of the status is checked before the headers",
  { requirements: ["status-checked-first"] },
);

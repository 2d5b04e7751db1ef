// META: title=Response.json()
// META: spec=https://fetch.spec.whatwg.org/#dom-response-json
// META: spec=https://infra.spec.whatwg.org/#serialize-a-javascript-value-to-json-bytes
"use strict";

for (const [label, data, expected] of [
  ["an object", { a: [1, "two", null], b: undefined }, '{"a":[1,"two",null]}'],
  ["an array", [1, undefined, () => 1], "[1,null,null]"],
  ["a string", "text", '"text"'],
  ["a number", 1.5, "1.5"],
  ["NaN", NaN, "null"],
  ["a boolean", false, "false"],
  ["null", null, "null"],
  ["an object with toJSON", { toJSON: () => "own" }, '"own"'],
  ["characters beyond ASCII", "\u00e9\u{1f600}", '"\u00e9\u{1f600}"'],
  ["a lone surrogate", "\ud800", '"\\ud800"'],
]) {
  promise_test(
    async () => {
      assert_equals(await Response.json(data).text(), expected);
    },
    `${label} is serialised as ${expected}`,
    { requirements: ["json-serialized"] },
  );
}

for (const [label, data] of [
  ["undefined", undefined],
  ["a function", () => 1],
  ["a symbol", Symbol("data")],
  ["an object whose toJSON gives undefined", { toJSON: () => undefined }],
  ["a bigint", 1n],
]) {
  test(
    () => {
      assert_throws_js(TypeError, () => Response.json(data));
    },
    `${label} cannot be serialised and throws a TypeError`,
    { requirements: ["json-unserializable"] },
  );
}

test(
  () => {
    const data = {};
    data.self = data;
    assert_throws_js(TypeError, () => Response.json(data));
  },
  "a cyclic object throws a TypeError",
  { requirements: ["json-unserializable"] },
);

test(
  () => {
    const error = new Error("from the getter");
    const data = {
      get value() {
        throw error;
      },
    };
    assert_throws_exactly(error, () => Response.json(data));
  },
  "an exception while serialising is passed on",
  { requirements: ["json-unserializable"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => Response.json());
  },
  "the data is required",
  { requirements: ["json-required"] },
);

for (const [name, value] of Object.entries({
  type: "default",
  status: 200,
  ok: true,
  statusText: "",
  url: "",
  bodyUsed: false,
})) {
  test(
    () => {
      assert_equals(Response.json({})[name], value);
    },
    `${name} is ${format_value(value)} by default`,
    { requirements: ["json-defaults"] },
  );
}

test(
  () => {
    assert_equals(Response.json({}).headers.get("content-type"), "application/json");
  },
  "Content-Type is application/json",
  { requirements: ["json-content-type"] },
);

test(
  () => {
    const response = Response.json({}, { headers: { "content-type": "application/ld+json" } });
    assert_equals(response.headers.get("content-type"), "application/ld+json");
  },
  "a Content-Type in init wins",
  { requirements: ["json-content-type"] },
);

test(
  () => {
    const response = Response.json({}, { headers: { "x-one": "1" } });
    assert_equals(response.headers.get("x-one"), "1");
    assert_equals(response.headers.get("content-type"), "application/json");
  },
  "other headers in init are added",
  { requirements: ["json-content-type"] },
);

test(
  () => {
    const response = Response.json({}, { status: 404, statusText: "None" });
    assert_equals(response.status, 404);
    assert_false(response.ok);
    assert_equals(response.statusText, "None");
  },
  "init gives status and statusText",
  { requirements: ["json-init"] },
);

for (const status of [204, 205, 304]) {
  test(
    () => {
      assert_throws_js(TypeError, () => Response.json(null, { status }));
    },
    `null body status ${status} throws a TypeError`,
    { requirements: ["json-status"] },
  );
}

for (const status of [0, 199, 600]) {
  test(
    () => {
      assert_throws_js(RangeError, () => Response.json({}, { status }));
    },
    `status ${status} throws a RangeError`,
    { requirements: ["json-status"] },
  );
}

promise_test(
  async () => {
    const data = { nested: { list: [1, 2, { three: 3 }] }, text: "\u2028" };
    assert_equals(JSON.stringify(await Response.json(data).json()), JSON.stringify(data));
  },
  "json() gives the data back",
  { requirements: ["json-serialized"] },
);

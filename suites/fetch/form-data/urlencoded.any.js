// META: title=Body.formData() of application/x-www-form-urlencoded
// META: spec=https://fetch.spec.whatwg.org/#dom-body-formdata
// META: spec=https://url.spec.whatwg.org/#concept-urlencoded-parser
// META: script=../resources/body.js
"use strict";

const type = "application/x-www-form-urlencoded";
const parse = (body, contentType = type) =>
  new Response(body, { headers: { "content-type": contentType } }).formData();

for (const [source, expected] of [
  [
    "a=1&b=2",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  [
    "a=1&a=2&b=&a=3",
    [
      ["a", "1"],
      ["a", "2"],
      ["b", ""],
      ["a", "3"],
    ],
  ],
  ["", []],
  ["&&&", []],
  ["a", [["a", ""]]],
  ["=b", [["", "b"]]],
  ["=", [["", ""]]],
  ["a==b=c", [["a", "=b=c"]]],
  ["a+b=c+d", [["a b", "c d"]]],
  ["%61%2B=%26%3D", [["a+", "&="]]],
  ["a=%", [["a", "%"]]],
  [
    "a=%4&b=%zz",
    [
      ["a", "%4"],
      ["b", "%zz"],
    ],
  ],
  ["%C3%A9=%F0%9F%98%80", [["\u00e9", "\u{1f600}"]]],
  ["\u00e9=\u2603", [["\u00e9", "\u2603"]]],
  ["a=%FF%FE", [["a", "\ufffd\ufffd"]]],
  ["a=%00", [["a", "\0"]]],
  ["a=1;b=2", [["a", "1;b=2"]]],
  ["a=1\r\n", [["a", "1\r\n"]]],
  ["\ufeffa=1", [["\ufeffa", "1"]]],
  ["a=%EF%BB%BF1", [["a", "\ufeff1"]]],
]) {
  promise_test(
    async () => {
      const form = await parse(source);
      assert_true(form instanceof FormData);
      assert_equals(JSON.stringify([...form]), JSON.stringify(expected));
    },
    `${format_value(source)} has ${expected.length} entries: ${JSON.stringify(expected)}`,
    { requirements: ["urlencoded-parse"] },
  );
}

promise_test(
  async () => {
    const form = await parse(bytesFrom(0x61, 0x3d, 0xff, 0x62));
    assert_equals(form.get("a"), "\ufffdb");
  },
  "raw bytes that are no UTF-8 become U+FFFD",
  { requirements: ["urlencoded-parse"] },
);

for (const contentType of [
  "APPLICATION/X-WWW-Form-Urlencoded",
  "application/x-www-form-urlencoded;charset=utf-8",
  "application/x-www-form-urlencoded ; a=b",
  "text/plain, application/x-www-form-urlencoded",
]) {
  promise_test(
    async () => {
      assert_equals((await parse("a=%C3%A9", contentType)).get("a"), "\u00e9");
    },
    `Content-Type ${contentType} is accepted`,
    { requirements: ["urlencoded-type"] },
  );
}

promise_test(
  async () => {
    const form = await parse("a=%C3%A9&b=\u00e9", `${type};charset=iso-8859-1`);
    assert_equals(form.get("a"), "\u00e9");
    assert_equals(form.get("b"), "\u00e9");
  },
  "charset in Content-Type has no effect",
  { requirements: ["urlencoded-type"] },
);

for (const contentType of [
  "text/plain",
  "application/json",
  "application/x-www-form-urlencoded-more",
  "application/x-www-form-urlencoded, text/plain",
  "multipart/mixed;boundary=a",
  "invalid",
  "",
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, parse("a=1", contentType));
    },
    `Content-Type ${format_value(contentType)} rejects with a TypeError`,
    { requirements: ["urlencoded-other-type"] },
  );
}

promise_test(
  async (t) => {
    await promise_rejects_js(t, TypeError, new Response(utf8("a=1")).formData());
  },
  "no Content-Type rejects with a TypeError",
  { requirements: ["urlencoded-other-type"] },
);

promise_test(
  async (t) => {
    await promise_rejects_js(t, TypeError, new Response().formData());
    await promise_rejects_js(t, TypeError, new Request("http://host.example/").formData());
  },
  "neither body nor Content-Type rejects with a TypeError",
  { requirements: ["urlencoded-other-type"] },
);

promise_test(
  async () => {
    assert_equals([...(await parse(null))].length, 0);
  },
  "without a body the form is empty",
  { requirements: ["urlencoded-empty"] },
);

promise_test(
  async (t) => {
    const response = new Response("a=1");
    await promise_rejects_js(t, TypeError, response.formData());
    assert_true(response.bodyUsed);
  },
  "a body of another type is used up all the same",
  { requirements: ["body-used"] },
);

promise_test(
  async () => {
    const params = new URLSearchParams([
      ["a b", "\u00e9&=+%"],
      ["", "\r\n"],
      ["a b", ""],
    ]);
    assert_equals(
      JSON.stringify([...(await new Response(params).formData())]),
      JSON.stringify([...params]),
    );
  },
  "a URLSearchParams as body comes back entry by entry",
  { requirements: ["urlencoded-parse"] },
);

promise_test(
  async () => {
    const request = new Request("http://host.example/", {
      method: "POST",
      body: new URLSearchParams("a=1&b=2"),
    });
    assert_equals(JSON.stringify([...(await request.formData())]), '[["a","1"],["b","2"]]');
  },
  "a request parses its body in the same way",
  { requirements: ["urlencoded-parse"] },
);

promise_test(
  async () => {
    const response = new Response(streamOf(utf8("a=%C"), utf8("3%A9&"), utf8("b=2")), {
      headers: { "content-type": type },
    });
    assert_equals(JSON.stringify([...(await response.formData())]), '[["a","\u00e9"],["b","2"]]');
  },
  "a form is put together from several chunks",
  { requirements: ["urlencoded-parse"] },
);

// META: title=Body.formData() of multipart/form-data
// META: spec=https://fetch.spec.whatwg.org/#dom-body-formdata
// META: script=../resources/body.js
"use strict";

// Fetch leaves the details of the format to RFC 7578. These bodies follow that document to the
// letter, so that every parser of the format has to take them.
const parse = (body, boundary = "limit") =>
  new Response(body, {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  }).formData();

const lines = (...list) => `${list.join("\r\n")}\r\n`;

const single = (headers, content, boundary = "limit") =>
  lines(`--${boundary}`, ...headers, "", content, `--${boundary}--`);

const field = (name) => `Content-Disposition: form-data; name="${name}"`;

promise_test(
  async () => {
    const body = lines("--limit", field("a"), "", "1", "--limit", field("b"), "", "2", "--limit--");
    assert_equals(JSON.stringify([...(await parse(body))]), '[["a","1"],["b","2"]]');
  },
  "two fields",
  { requirements: ["multipart-parse"] },
);

promise_test(
  async () => {
    const body = single([field("a")], "1").replace(/\r\n$/, "");
    assert_equals((await parse(body)).get("a"), "1");
  },
  "no line break behind the closing delimiter",
  { requirements: ["multipart-parse"] },
);

for (const [label, parameter, boundary] of [
  ["in quotes", '"limit"', "limit"],
  ["with characters that need quotes", '"a:b=c/d?e f"', "a:b=c/d?e f"],
  ["of dashes", "------", "------"],
  ["of 70 characters", "x".repeat(70), "x".repeat(70)],
  ["whose case matters", "LiMiT", "LiMiT"],
  ["followed by another parameter", "limit;charset=utf-8", "limit"],
]) {
  promise_test(
    async () => {
      const body = single([field("a")], "1", boundary);
      assert_equals((await parse(body, parameter)).get("a"), "1");
    },
    `a boundary ${label}`,
    { requirements: ["multipart-parse-boundary"] },
  );
}

for (const [label, headers] of [
  ["a header name in lower case", ['content-disposition: form-data; name="a"']],
  ["a header name in upper case", ['CONTENT-DISPOSITION: form-data; name="a"']],
  ["another header before", ["X-Other: x", field("a")]],
  ["another header behind", [field("a"), "Content-Transfer-Encoding: 8bit"]],
  ["Content-Type of a field", [field("a"), "Content-Type: text/plain;charset=utf-8"]],
]) {
  promise_test(
    async () => {
      assert_equals((await parse(single(headers, "1"))).get("a"), "1");
    },
    `a part with ${label}`,
    { requirements: ["multipart-parse-headers"] },
  );
}

for (const [label, content] of [
  ["empty", ""],
  ["of several lines", "a\r\nb\r\n\r\nc"],
  ["ending in a line break", "a\r\n"],
  ["with lone line feeds and carriage returns", "a\nb\rc"],
  ["with the delimiter inside a line", "a --limit b"],
  ["with a line that starts like the delimiter", "a\r\n--limi\r\nb"],
  ["with characters beyond ASCII", "\u00e9\u{1f600}"],
]) {
  promise_test(
    async () => {
      assert_equals((await parse(single([field("a")], content))).get("a"), content);
    },
    `a value ${label}`,
    { requirements: ["multipart-parse"] },
  );
}

promise_test(
  async () => {
    // "UTF-8 decode without BOM" leaves a byte order mark alone.
    assert_equals((await parse(single([field("a")], "\ufeffb"))).get("a"), "\ufeffb");
  },
  "a byte order mark at the start of a value is kept",
  { requirements: ["multipart-parse-utf8"] },
);

promise_test(
  async () => {
    const [head, tail] = single([field("a")], "|")
      .split("|")
      .map(utf8);
    const body = new Blob([head, bytesFrom(0x62, 0xff), tail]);
    assert_equals((await parse(body)).get("a"), "b\ufffd");
  },
  "a value that is no UTF-8 gets U+FFFD",
  { requirements: ["multipart-parse-utf8"] },
);

promise_test(
  async () => {
    const headers = [field("a"), "Content-Type: text/plain;charset=iso-8859-1"];
    assert_equals((await parse(single(headers, "\u00e9"))).get("a"), "\u00e9");
  },
  "charset of a part has no effect",
  { requirements: ["multipart-parse-utf8"] },
);

promise_test(
  async () => {
    const body = lines(
      "--limit",
      field("_charset_"),
      "",
      "iso-8859-1",
      "--limit",
      field("a"),
      "",
      "\u00e9",
      "--limit--",
    );
    assert_equals(
      JSON.stringify([...(await parse(body))]),
      '[["_charset_","iso-8859-1"],["a","\u00e9"]]',
    );
  },
  "a field named _charset_ is like any other",
  { requirements: ["multipart-parse-utf8"] },
);

for (const [label, name] of [
  ["characters beyond ASCII", "\u00e9\u{1f600}"],
  ["nothing", ""],
  ["a semicolon", "a;b"],
]) {
  promise_test(
    async () => {
      assert_array_equals([...(await parse(single([field(name)], "1"))).keys()], [name]);
    },
    `a name with ${label}`,
    { requirements: ["multipart-parse-name"] },
  );
}

const file = (name) => `Content-Disposition: form-data; name="f"; filename="${name}"`;

for (const [label, headers, name, type] of [
  ["with a type", [file("n.txt"), "Content-Type: text/css"], "n.txt", "text/css"],
  ["without a type", [file("n.txt")], "n.txt", "text/plain"],
  ["with an empty name", [file(""), "Content-Type: text/css"], "", "text/css"],
  ["with a name beyond ASCII", [file("\u00e9"), "Content-Type: a/b"], "\u00e9", "a/b"],
  ["with Content-Type first", ["Content-Type: a/b", file("n")], "n", "a/b"],
]) {
  promise_test(
    async () => {
      const entry = (await parse(single(headers, "content"))).get("f");
      assert_true(entry instanceof File);
      assert_equals(entry.name, name);
      assert_equals(entry.type, type);
      assert_equals(await entry.text(), "content");
    },
    `a file ${label}`,
    { requirements: ["multipart-parse-file"] },
  );
}

promise_test(
  async () => {
    const content = Uint8Array.from({ length: 512 }, (_, index) => index & 0xff);
    const [head, tail] = single([file("n")], "|")
      .split("|")
      .map(utf8);
    const entry = (await parse(new Blob([head, content, bytesFrom(13, 10), tail]))).get("f");
    assert_bytes(new Uint8Array(await entry.arrayBuffer()), [...content, 13, 10]);
  },
  "a file of every byte value and a trailing line break",
  { requirements: ["multipart-parse-file"] },
);

promise_test(
  async () => {
    const bytes = utf8(
      lines("--limit", field("a"), "", "1", "--limit", file("n"), "", "2", "--limit--"),
    );
    const form = await parse(streamOf(...Array.from(bytes, (byte) => bytesFrom(byte))));
    assert_equals(form.get("a"), "1");
    assert_equals(await form.get("f").text(), "2");
  },
  "a body that comes byte by byte",
  { requirements: ["multipart-parse"] },
);

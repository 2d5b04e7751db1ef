// META: title=multipart/form-data as it is encoded
// META: spec=https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart/form-data-encoding-algorithm
// META: spec=https://fetch.spec.whatwg.org/#concept-bodyinit-extract
"use strict";

// The boundary is the implementation's choice: it is replaced by a fixed word.
async function encode(...entries) {
  const form = new FormData();
  for (const entry of entries) form.append(...entry);
  const response = new Response(form);
  const boundary = boundaryOf(response);
  return (await response.text()).replaceAll(`--${boundary}`, "--LIMIT");
}

function boundaryOf(holder) {
  const match = /^multipart\/form-data; ?boundary=(.+)$/.exec(holder.headers.get("content-type"));
  assert_not_equals(match, null, "Content-Type with a boundary");
  return match[1];
}

const part = (...lines) => `--LIMIT\r\n${lines.join("\r\n")}\r\n`;

test(
  () => {
    const type = new Response(new FormData()).headers.get("content-type");
    assert_true(type.startsWith("multipart/form-data; boundary="), type);
  },
  "Content-Type is multipart/form-data with a boundary",
  { requirements: ["multipart-content-type"] },
);

test(
  () => {
    const request = new Request("http://host.example/", { method: "POST", body: new FormData() });
    assert_equals(typeof boundaryOf(request), "string");
  },
  "the Content-Type of a request has a boundary too",
  { requirements: ["multipart-content-type"] },
);

test(
  () => {
    const boundary = boundaryOf(new Response(new FormData()));
    // RFC 2046, section 5.1.1: up to 70 characters; unquoted, so all of them token characters.
    assert_regexp_match(boundary, /^[0-9A-Za-z'+_.-]{1,70}$/);
  },
  "the boundary needs no quotes and is at most 70 characters long",
  { requirements: ["multipart-boundary"] },
);

promise_test(
  async () => {
    assert_regexp_match(await encode(), /^--LIMIT--(\r\n)?$/);
  },
  "an empty form is the closing delimiter alone",
  { requirements: ["multipart-empty"] },
);

promise_test(
  async () => {
    const text = await encode(["a", "1"], ["b", "2"]);
    const body =
      part('Content-Disposition: form-data; name="a"', "", "1") +
      part('Content-Disposition: form-data; name="b"', "", "2");
    assert_equals(text.replace(/\r\n$/, ""), `${body}--LIMIT--`);
  },
  "a string is a part with Content-Disposition alone",
  { requirements: ["multipart-string"] },
);

promise_test(
  async () => {
    const text = await encode(["f", new File(["body"], "n.txt", { type: "text/css" })]);
    const body = part(
      'Content-Disposition: form-data; name="f"; filename="n.txt"',
      "Content-Type: text/css",
      "",
      "body",
    );
    assert_equals(text.replace(/\r\n$/, ""), `${body}--LIMIT--`);
  },
  "a file is a part with file name and Content-Type",
  { requirements: ["multipart-file"] },
);

promise_test(
  async () => {
    const text = await encode(["f", new Blob(["body"])]);
    assert_true(text.includes('; filename="blob"\r\n'), text);
    assert_true(text.includes("\r\nContent-Type: application/octet-stream\r\n\r\n"), text);
  },
  "a Blob without name and type is called blob and is application/octet-stream",
  { requirements: ["multipart-file"] },
);

for (const [label, name, expected] of [
  ["a quotation mark", 'a"b', "a%22b"],
  ["a line feed", "a\nb", "a%0D%0Ab"],
  ["a carriage return", "a\rb", "a%0D%0Ab"],
  ["a carriage return and line feed", "a\r\nb", "a%0D%0Ab"],
  ["a percent sign", "a%22b", "a%22b"],
  ["a backslash", "a\\b", "a\\b"],
  ["characters beyond ASCII", "\u00e9\u{1f600}", "\u00e9\u{1f600}"],
  ["a lone surrogate", "\ud800", "\ufffd"],
]) {
  promise_test(
    async () => {
      const text = await encode([name, "value"]);
      assert_true(text.includes(`; name="${expected}"\r\n`), text);
    },
    `${label} in a name is written as ${format_value(expected)}`,
    { requirements: ["multipart-escape"] },
  );
}

for (const [label, name, expected] of [
  ["a quotation mark", 'a"b', "a%22b"],
  ["a line feed", "a\nb", "a%0Ab"],
  ["a carriage return", "a\rb", "a%0Db"],
  ["a carriage return and line feed", "a\r\nb", "a%0D%0Ab"],
  ["a slash", "a/b", "a/b"],
  ["a backslash", "a\\b", "a\\b"],
  ["characters beyond ASCII", "\u00e9\u{1f600}", "\u00e9\u{1f600}"],
]) {
  promise_test(
    async () => {
      const text = await encode(["f", new File([], name)]);
      assert_true(text.includes(`; name="f"; filename="${expected}"\r\n`), text);
    },
    `${label} in a file name is written as ${format_value(expected)}`,
    { requirements: ["multipart-escape"] },
  );
}

promise_test(
  async () => {
    const text = await encode(["a", "1\n2\r3\r\n4"]);
    assert_true(text.includes("\r\n\r\n1\r\n2\r\n3\r\n4\r\n--LIMIT--"), text);
  },
  "line breaks of a value are normalised",
  { requirements: ["multipart-newlines"] },
);

promise_test(
  async () => {
    const text = await encode(["f", new File(["1\n2\r3\r\n4"], "n")]);
    assert_true(text.includes("\r\n\r\n1\n2\r3\r\n4\r\n--LIMIT--"), text);
  },
  "line breaks of a file are left alone",
  { requirements: ["multipart-newlines"] },
);

test(
  () => {
    const headers = { "content-type": "multipart/form-data; boundary=own" };
    assert_equals(
      new Response(new FormData(), { headers }).headers.get("content-type"),
      headers["content-type"],
    );
  },
  "a Content-Type given by the caller is left alone",
  { requirements: ["multipart-content-type"] },
);

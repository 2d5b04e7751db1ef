// META: title=Body.formData() of malformed multipart/form-data
// META: spec=https://fetch.spec.whatwg.org/#dom-body-formdata
"use strict";

// "If that fails for some reason, then throw a TypeError." Only bodies that cannot be read as
// RFC 7578 asks for are here; what a parser may forgive is left out.
const lines = (...list) => `${list.join("\r\n")}\r\n`;
const whole = lines("--limit", 'Content-Disposition: form-data; name="a"', "", "1", "--limit--");

const form = (body, type = "multipart/form-data; boundary=limit") =>
  new Response(body, { headers: { "content-type": type } }).formData();

promise_test(
  async () => {
    assert_equals((await form(whole)).get("a"), "1");
  },
  "the body that the others are spoilt from is well-formed",
  { requirements: ["multipart-parse"] },
);

for (const [label, type] of [
  ["no boundary parameter", "multipart/form-data"],
  ["another parameter only", "multipart/form-data; charset=utf-8"],
  ["a boundary that is not in the body", "multipart/form-data; boundary=other"],
  ["a boundary in the wrong case", "multipart/form-data; boundary=LIMIT"],
  ["another multipart type", "multipart/mixed; boundary=limit"],
  ["another type behind", "multipart/form-data; boundary=limit, text/plain"],
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, form(whole, type));
    },
    `Content-Type with ${label} rejects with a TypeError`,
    { requirements: ["multipart-type-invalid"] },
  );
}

for (const [label, body] of [
  ["an empty body", ""],
  ["text without delimiters", "a=1&b=2"],
  ["a line break alone", "\r\n"],
  ["an opening delimiter alone", "--limit\r\n"],
  ["a part that ends within its headers", "--limit\r\nContent-Disposition: form-da"],
  ["a part without headers", lines("--limit", "", "1", "--limit--")],
  ["a part without Content-Disposition", lines("--limit", "X-Other: x", "", "1", "--limit--")],
  [
    "a part without a name",
    lines("--limit", "Content-Disposition: form-data", "", "1", "--limit--"),
  ],
  ["a body cut off within its content", whole.slice(0, whole.indexOf("1\r\n") + 1)],
  ["a body cut off before the closing delimiter", whole.slice(0, whole.indexOf("\r\n--limit--"))],
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, form(body));
    },
    `${label} rejects with a TypeError`,
    { requirements: ["multipart-malformed"] },
  );
}

promise_test(
  async (t) => {
    await promise_rejects_js(t, TypeError, form(null));
  },
  "no body at all rejects with a TypeError",
  { requirements: ["multipart-malformed"] },
);

promise_test(
  async (t) => {
    const response = new Response("malformed", {
      headers: { "content-type": "multipart/form-data; boundary=limit" },
    });
    await promise_rejects_js(t, TypeError, response.formData());
    assert_true(response.bodyUsed);
  },
  "a malformed body is used up all the same",
  { requirements: ["body-used"] },
);

promise_test(
  async (t) => {
    const response = new Response(new FormData());
    response.headers.set("content-type", "multipart/form-data; boundary=other");
    await promise_rejects_js(t, TypeError, response.formData());
  },
  "the boundary is taken from the header as it is when the body is read",
  { requirements: ["multipart-parse-boundary"] },
);

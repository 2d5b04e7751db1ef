// META: title=data: URLs: the MIME type
// META: spec=https://fetch.spec.whatwg.org/#data-url-processor
// META: spec=https://mimesniff.spec.whatwg.org/#parsing-a-mime-type
"use strict";

const fallback = "text/plain;charset=US-ASCII";

for (const [url, expected] of [
  ["data:,x", fallback],
  ["data:text/css,x", "text/css"],
  ["data:TEXT/Css,x", "text/css"],
  ["data:text/css;,x", "text/css"],
  ["data: text/css ,x", "text/css"],
  ["data:text/css;charset=gbk,x", "text/css;charset=gbk"],
  ["data:text/css;CHARSET=GBK,x", "text/css;charset=GBK"],
  ["data:text/css; a=b ;c=d,x", "text/css;a=b;c=d"],
  ["data:text/css;a=1;a=2,x", "text/css;a=1"],
  ["data:text/css;a=b c,x", 'text/css;a="b c"'],
  ['data:text/css;a="b c",x', 'text/css;a="b c"'],
  ['data:text/css;a="b,c",x', "text/css;a=b"],
  ["data:x+y/z.w,x", "x+y/z.w"],
  ["data:*/*,x", "*/*"],
  ["data:;charset=utf-8,x", "text/plain;charset=utf-8"],
  ["data:;a=b,x", "text/plain;a=b"],
  ["data:;,x", "text/plain"],
  ["data: ;a=b,x", "text/plain;a=b"],
  ["data:invalid,x", fallback],
  ["data:text/,x", fallback],
  ["data:/css,x", fallback],
  ["data:te xt/css,x", fallback],
  ["data:text%2Fcss,x", fallback],
  ["data:charset=utf-8,x", fallback],
  ["data:text/css/more,x", fallback],
  ["data://host/,x", fallback],
  ["data:?,x", fallback],
  ["DATA:text/css,x", "text/css"],
]) {
  promise_test(
    async () => {
      const response = await fetch(url);
      assert_equals(response.headers.get("content-type"), expected);
    },
    `${url} has type ${expected}`,
    { requirements: ["data-type"] },
  );
}

// URL, type, and the body, which shows whether it was decoded from base64.
for (const [url, expected, body] of [
  ["data:;base64,eA==", fallback, "x"],
  ["data:text/css;base64,eA==", "text/css", "x"],
  ["data:text/css;BASE64,eA==", "text/css", "x"],
  ["data:text/css; base64,eA==", "text/css", "x"],
  ["data:text/css;base64 ,eA==", "text/css", "x"],
  ["data:text/css ; base64 ,eA==", "text/css", "x"],
  ["data:text/css;a=b;base64,eA==", "text/css;a=b", "x"],
  ["data:;a=b;base64,eA==", "text/plain;a=b", "x"],
  ["data:;;base64,eA==", "text/plain", "x"],
  ["data:invalid;base64,eA==", fallback, "x"],
  ["data:base64,eA==", fallback, "eA=="],
  ["data:text/css;base64;a=b,eA==", "text/css;a=b", "eA=="],
  ["data:text/css;base64=,eA==", "text/css", "eA=="],
  ["data:text/css;xbase64,eA==", "text/css", "eA=="],
  ["data:text/css;base64x,eA==", "text/css", "eA=="],
  ["data:text/css;base 64,eA==", "text/css", "eA=="],
  ["data:text/css%3Bbase64,eA==", "text/css%3bbase64", "eA=="],
]) {
  promise_test(
    async () => {
      const response = await fetch(url);
      assert_equals(response.headers.get("content-type"), expected);
      assert_equals(await response.text(), body);
    },
    `${url} has type ${expected} and body ${body}`,
    { requirements: ["data-type"] },
  );
}

promise_test(
  async () => {
    const blob = await (await fetch("data:TEXT/css;a=b,x")).blob();
    assert_equals(blob.type, "text/css;a=b");
    assert_equals(blob.size, 1);
  },
  "blob() has the type of the URL",
  { requirements: ["data-type-read"] },
);

promise_test(
  async () => {
    const response = await fetch("data:application/x-www-form-urlencoded,a=1%26b");
    assert_equals(JSON.stringify([...(await response.formData())]), '[["a","1"],["b",""]]');
  },
  "formData() works with the type of the URL",
  { requirements: ["data-type-read"] },
);

promise_test(
  async () => {
    assert_equals((await (await fetch('data:text/plain,{"a":1}')).json()).a, 1);
  },
  "json() works whatever the type of the URL",
  { requirements: ["data-type-read"] },
);

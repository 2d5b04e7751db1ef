// META: title=MIME type extraction seen through blob()
// META: spec=https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
// META: spec=https://fetch.spec.whatwg.org/#concept-body-mime-type
// META: spec=https://mimesniff.spec.whatwg.org/#parsing-a-mime-type
// META: spec=https://mimesniff.spec.whatwg.org/#serializing-a-mime-type
"use strict";

async function typeOf(values) {
  const headers = new Headers();
  for (const value of values) headers.append("content-type", value);
  // Bytes as body: unlike a string they bring no Content-Type of their own.
  return (await new Response(new Uint8Array(1), { headers }).blob()).type;
}

for (const [value, expected] of [
  ["text/css", "text/css"],
  ["TEXT/Css", "text/css"],
  ["text/css;", "text/css"],
  [" \t text/css \t ", "text/css"],
  ["text/css ;a=b", "text/css;a=b"],
  ["text/css;  a=b", "text/css;a=b"],
  ["text/css; A=b", "text/css;a=b"],
  ["text/css;a=b;c=d", "text/css;a=b;c=d"],
  ["text/css;c=d;a=b", "text/css;c=d;a=b"],
  ["text/css;a=b;a=c", "text/css;a=b"],
  ["text/css;;;a=b;", "text/css;a=b"],
  ["text/css;a;b=c", "text/css;b=c"],
  ["text/css;a=;b=c", "text/css;b=c"],
  ["text/css;=a;b=c", "text/css;b=c"],
  ["text/css;a =b", "text/css"],
  ["text/css;a= b", 'text/css;a=" b"'],
  ["text/css;a=b c", 'text/css;a="b c"'],
  ['text/css;a="b"', "text/css;a=b"],
  ['text/css;a="b c"', 'text/css;a="b c"'],
  ['text/css;a=""', 'text/css;a=""'],
  ['text/css;a="b;c=d"', 'text/css;a="b;c=d"'],
  ['text/css;a="b,c"', 'text/css;a="b,c"'],
  ['text/css;a="\\"\\\\"', 'text/css;a="\\"\\\\"'],
  ['text/css;a="b', "text/css;a=b"],
  ['text/css;a="b"c;d=e', "text/css;a=b;d=e"],
  ["text/css;a='b'", "text/css;a='b'"],
  ["text/*", "text/*"],
  ["x+y/z.w-1", "x+y/z.w-1"],
  ["", ""],
  ["text", ""],
  ["text/", ""],
  ["/css", ""],
  ["te xt/css", ""],
  ["text/c ss", ""],
  ["text/css/more", ""],
  ["(text)/css", ""],
  ["*/*", ""],
  ["*/*;a=b", ""],
]) {
  promise_test(
    async () => {
      assert_equals(await typeOf([value]), expected);
    },
    `${format_value(value)} gives ${format_value(expected)}`,
  );
}

for (const [values, expected] of [
  [["text/css", "image/png"], "image/png"],
  [["text/css, image/png"], "image/png"],
  [["text/css;charset=gbk", "image/png"], "image/png"],
  [["text/css;charset=gbk", "text/css"], "text/css;charset=gbk"],
  [["text/css;charset=gbk", "text/css;a=b"], "text/css;a=b;charset=gbk"],
  [["text/css;charset=gbk;a=b", "text/css"], "text/css;charset=gbk"],
  [["text/css;charset=gbk", "text/css;charset=big5"], "text/css;charset=big5"],
  [["text/css;charset=gbk", "image/png", "text/css"], "text/css"],
  [["text/css", "text/css;charset=gbk", "text/css"], "text/css"],
  [["text/css", ""], "text/css"],
  [["", "text/css"], "text/css"],
  [["text/css", "invalid"], "text/css"],
  [["text/css", "*/*"], "text/css"],
  [["text/css;charset=gbk", "invalid", "text/css"], "text/css;charset=gbk"],
  [["invalid", "*/*", ""], ""],
  [['text/css;a="b', 'c"', "image/png"], "image/png"],
  [['text/css;a="b,image/png'], 'text/css;a="b,image/png"'],
]) {
  promise_test(
    async () => {
      assert_equals(await typeOf(values), expected);
    },
    `${values.map((value) => `«${value}»`).join(" and ")} give ${format_value(expected)}`,
  );
}

promise_test(async () => {
  assert_equals(await typeOf([]), "");
}, "no Content-Type gives the empty string");

promise_test(async () => {
  const request = new Request("http://host.example/", {
    method: "POST",
    body: "text",
    headers: [
      ["content-type", "TEXT/css;charset=gbk"],
      ["content-type", "text/css;a=b"],
    ],
  });
  assert_equals((await request.blob()).type, "text/css;a=b;charset=gbk");
}, "a request extracts the type in the same way");

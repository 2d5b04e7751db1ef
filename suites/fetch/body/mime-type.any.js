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

for (const [value, expected, id] of [
  ["text/css", "text/css", "mime-essence"],
  ["TEXT/Css", "text/css", "mime-essence"],
  ["text/css;", "text/css", "mime-parameters"],
  [" \t text/css \t ", "text/css", "mime-essence"],
  ["text/css ;a=b", "text/css;a=b", "mime-parameters"],
  ["text/css;  a=b", "text/css;a=b", "mime-parameters"],
  ["text/css; A=b", "text/css;a=b", "mime-parameters"],
  ["text/css;a=b;c=d", "text/css;a=b;c=d", "mime-parameters"],
  ["text/css;c=d;a=b", "text/css;c=d;a=b", "mime-parameters"],
  ["text/css;a=b;a=c", "text/css;a=b", "mime-parameters"],
  ["text/css;;;a=b;", "text/css;a=b", "mime-parameters"],
  ["text/css;a;b=c", "text/css;b=c", "mime-parameters"],
  ["text/css;a=;b=c", "text/css;b=c", "mime-parameters"],
  ["text/css;=a;b=c", "text/css;b=c", "mime-parameters"],
  ["text/css;a =b", "text/css", "mime-parameters"],
  ["text/css;a= b", 'text/css;a=" b"', "mime-serialized"],
  ["text/css;a=b c", 'text/css;a="b c"', "mime-serialized"],
  ['text/css;a="b"', "text/css;a=b", "mime-quoted"],
  ['text/css;a="b c"', 'text/css;a="b c"', "mime-quoted"],
  ['text/css;a=""', 'text/css;a=""', "mime-quoted"],
  ['text/css;a="b;c=d"', 'text/css;a="b;c=d"', "mime-quoted"],
  ['text/css;a="b,c"', 'text/css;a="b,c"', "mime-quoted"],
  ['text/css;a="\\"\\\\"', 'text/css;a="\\"\\\\"', "mime-quoted"],
  ['text/css;a="b', "text/css;a=b", "mime-quoted"],
  ['text/css;a="b"c;d=e', "text/css;a=b;d=e", "mime-quoted"],
  ["text/css;a='b'", "text/css;a='b'", "mime-parameters"],
  ["text/*", "text/*", "mime-essence"],
  ["x+y/z.w-1", "x+y/z.w-1", "mime-essence"],
  ["", "", "mime-invalid"],
  ["text", "", "mime-invalid"],
  ["text/", "", "mime-invalid"],
  ["/css", "", "mime-invalid"],
  ["te xt/css", "", "mime-invalid"],
  ["text/c ss", "", "mime-invalid"],
  ["text/css/more", "", "mime-invalid"],
  ["(text)/css", "", "mime-invalid"],
  ["*/*", "", "mime-wildcard"],
  ["*/*;a=b", "", "mime-wildcard"],
]) {
  promise_test(
    async () => {
      assert_equals(await typeOf([value]), expected);
    },
    `${format_value(value)} gives ${format_value(expected)}`,
    { requirements: [id] },
  );
}

for (const [values, expected, id] of [
  [["text/css", "image/png"], "image/png", "mime-last"],
  [["text/css, image/png"], "image/png", "mime-split"],
  [["text/css;charset=gbk", "image/png"], "image/png", "mime-charset"],
  [["text/css;charset=gbk", "text/css"], "text/css;charset=gbk", "mime-charset"],
  [["text/css;charset=gbk", "text/css;a=b"], "text/css;a=b;charset=gbk", "mime-charset"],
  [["text/css;charset=gbk;a=b", "text/css"], "text/css;charset=gbk", "mime-charset"],
  [["text/css;charset=gbk", "text/css;charset=big5"], "text/css;charset=big5", "mime-charset"],
  [["text/css;charset=gbk", "image/png", "text/css"], "text/css", "mime-charset"],
  [["text/css", "text/css;charset=gbk", "text/css"], "text/css", "mime-charset"],
  [["text/css", ""], "text/css", "mime-last"],
  [["", "text/css"], "text/css", "mime-last"],
  [["text/css", "invalid"], "text/css", "mime-last"],
  [["text/css", "*/*"], "text/css", "mime-wildcard"],
  [["text/css;charset=gbk", "invalid", "text/css"], "text/css;charset=gbk", "mime-charset"],
  [["invalid", "*/*", ""], "", "mime-none"],
  [['text/css;a="b', 'c"', "image/png"], "image/png", "mime-split"],
  [['text/css;a="b,image/png'], 'text/css;a="b,image/png"', "mime-split"],
]) {
  promise_test(
    async () => {
      assert_equals(await typeOf(values), expected);
    },
    `${values.map((value) => `«${value}»`).join(" and ")} give ${format_value(expected)}`,
    { requirements: [id] },
  );
}

promise_test(
  async () => {
    assert_equals(await typeOf([]), "");
  },
  "no Content-Type gives the empty string",
  { requirements: ["mime-none"] },
);

promise_test(
  async () => {
    const request = new Request("http://host.example/", {
      method: "POST",
      body: "text",
      headers: [
        ["content-type", "TEXT/css;charset=gbk"],
        ["content-type", "text/css;a=b"],
      ],
    });
    assert_equals((await request.blob()).type, "text/css;a=b;charset=gbk");
  },
  "a request extracts the type in the same way",
  { requirements: ["body-blob-type"] },
);

// META: title=data: URLs: the body
// META: spec=https://fetch.spec.whatwg.org/#data-url-processor
// META: spec=https://infra.spec.whatwg.org/#forgiving-base64-decode
// META: script=../resources/body.js
"use strict";

const bytesOf = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());

for (const [url, expected] of [
  ["data:,", ""],
  ["data:,text", "text"],
  ["data:,a%20b", "a b"],
  ["data:,a b", "a b"],
  ["data:,a+b", "a+b"],
  ["data:,a,b,c", "a,b,c"],
  ["data:,%2C", ","],
  ["data:,a%2", "a%2"],
  ["data:,a%zz%41", "a%zzA"],
  ["data:,%e2%98%83", "\u2603"],
  ["data:,\u2603", "\u2603"],
  ["data:,a?b=%63", "a?b=c"],
  ["data:,a#b", "a"],
  ["data:,a%23b", "a#b"],
  ["data:,a?b#c", "a?b"],
  ["data:,a\nb\tc", "abc"],
  [" data:,a ", "a"],
  ["data:text/plain;charset=iso-8859-1,%C3%A9", "\u00e9"],
  ["data:,\\//..", "\\//.."],
]) {
  promise_test(
    async () => {
      assert_equals(await (await fetch(url)).text(), expected);
    },
    `${JSON.stringify(url)} has body ${JSON.stringify(expected)}`,
    { requirements: ["data-body"] },
  );
}

promise_test(
  async () => {
    assert_bytes(await bytesOf("data:,%00%7F%80%ff"), [0, 0x7f, 0x80, 0xff]);
  },
  "percent-encoded bytes need not be UTF-8",
  { requirements: ["data-body"] },
);

for (const [encoded, bytes] of [
  ["", []],
  ["AQID", [1, 2, 3]],
  ["AQI=", [1, 2]],
  ["AQ==", [1]],
  ["AQI", [1, 2]],
  ["AQ", [1]],
  ["+/8=", [0xfb, 0xff]],
  ["%2B%2F8%3D", [0xfb, 0xff]],
  ["AR==", [1]],
  ["AQJ", [1, 2]],
  ["A Q I D", [1, 2, 3]],
  ["%20A%09Q%0AI%0CD%0D", [1, 2, 3]],
  ["AQ%20=%20=", [1]],
  ["AQID#ignored", [1, 2, 3]],
  ["==", null],
  ["=", null],
  ["A", null],
  ["AQIDB", null],
  ["AQ=", null],
  ["AQ===", null],
  ["AQ==AQ==", null],
  ["=AQI", null],
  ["A=QI", null],
  ["-_8=", null],
  ["AQ,ID", null],
  ["AQ?=", null],
  ["AQ%0BID", null],
  ["AQID%00", null],
  ["AQ%C2%A0ID", null],
  ["\u00c1QID", null],
]) {
  if (bytes) {
    promise_test(
      async () => {
        assert_bytes(await bytesOf(`data:;base64,${encoded}`), bytes);
      },
      `base64 ${JSON.stringify(encoded)} is decoded to [${bytes}]`,
      { requirements: ["data-base64"] },
    );
  } else {
    promise_test(
      async (t) => {
        await promise_rejects_js(t, TypeError, fetch(`data:;base64,${encoded}`));
      },
      `base64 ${JSON.stringify(encoded)} is invalid: fetch() rejects with a TypeError`,
      { requirements: ["data-base64-invalid"] },
    );
  }
}

for (const url of [
  "data:",
  "data:text/plain",
  "data:text/plain;base64",
  "data:x",
  "data:text/plain#,x",
  "data:%2Cx",
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, fetch(url));
    },
    `${url} has no comma: fetch() rejects with a TypeError`,
    { requirements: ["data-comma"] },
  );
}

promise_test(
  async () => {
    const size = 100000;
    const bytes = await bytesOf(`data:;base64,${"AQID".repeat(size)}`);
    assert_equals(bytes.length, 3 * size);
    assert_equals(bytes[3 * size - 1], 3);
  },
  "a long body is decoded whole",
  { requirements: ["data-body"] },
);

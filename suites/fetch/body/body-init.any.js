// META: title=Bodies from each kind of BodyInit
// META: spec=https://fetch.spec.whatwg.org/#bodyinit-unions
// META: spec=https://fetch.spec.whatwg.org/#concept-bodyinit-extract
// META: script=../resources/body.js
"use strict";

const text = "text/plain;charset=UTF-8";
const buffer = () => bytesFrom(0, 1, 2, 3, 254, 255, 6, 7).buffer;

// Label, a function that makes the body, its bytes, the Content-Type.
const kinds = [
  ["a string", () => "a\u00e9\u{1f600}", [97, 195, 169, 240, 159, 152, 128], text],
  ["an empty string", () => "", [], text],
  ["a lone surrogate", () => "\ud800", [239, 191, 189], text],
  ["a number", () => 42, [52, 50], text],
  ["a boolean", () => false, [102, 97, 108, 115, 101], text],
  ["an array", () => [1, 2], [49, 44, 50], text],
  ["an object with toString", () => ({ toString: () => "own" }), [111, 119, 110], text],
  ["an ArrayBuffer", buffer, [0, 1, 2, 3, 254, 255, 6, 7], null],
  ["an empty ArrayBuffer", () => new ArrayBuffer(0), [], null],
  ["a Uint8Array", () => bytesFrom(9, 8, 7), [9, 8, 7], null],
  ["a part of a buffer", () => new Uint8Array(buffer(), 3, 3), [3, 254, 255], null],
  ["a DataView", () => new DataView(buffer(), 4, 2), [254, 255], null],
  ["a Uint16Array", () => new Uint16Array(buffer(), 2, 2), [2, 3, 254, 255], null],
  ["a Float64Array", () => new Float64Array(1), [0, 0, 0, 0, 0, 0, 0, 0], null],
  ["a Blob without type", () => new Blob([bytesFrom(1, 2)]), [1, 2], null],
  ["a Blob with a type", () => new Blob(["ab"], { type: "text/css" }), [97, 98], "text/css"],
  ["an empty Blob", () => new Blob([], { type: "a/b" }), [], "a/b"],
  ["a File", () => new File(["c"], "name.txt", { type: "x/y;z=1" }), [99], "x/y;z=1"],
  ["a slice of a Blob", () => new Blob(["abcd"]).slice(1, 3, "m/n"), [98, 99], "m/n"],
  [
    "a URLSearchParams",
    () => new URLSearchParams([["a b", "\u00e9&"]]),
    Array.from("a+b=%C3%A9%26", (c) => c.charCodeAt(0)),
    "application/x-www-form-urlencoded;charset=UTF-8",
  ],
  [
    "an empty URLSearchParams",
    () => new URLSearchParams(),
    [],
    "application/x-www-form-urlencoded;charset=UTF-8",
  ],
  ["a ReadableStream", () => streamOf(bytesFrom(1), bytesFrom(2, 3)), [1, 2, 3], null],
];

for (const holder of bodyHolders) {
  for (const [label, makeBody, bytes, type] of kinds) {
    promise_test(
      async () => {
        const object = holder.make(makeBody());
        assert_equals(object.headers.get("content-type"), type, "Content-Type");
        assert_true(object.body instanceof ReadableStream);
        assert_bytes(new Uint8Array(await object.arrayBuffer()), bytes);
      },
      `${holder.name} from ${label}`,
      { requirements: ["body-init-types"] },
    );
  }

  promise_test(
    async () => {
      const view = bytesFrom(1, 2, 3);
      const object = holder.make(view);
      view.fill(9);
      assert_bytes(new Uint8Array(await object.arrayBuffer()), [1, 2, 3]);
    },
    `${holder.name} copies the bytes of a view when it is constructed`,
    { requirements: ["body-init-copied"] },
  );

  promise_test(
    async () => {
      const params = new URLSearchParams("a=1");
      const object = holder.make(params);
      params.append("b", "2");
      assert_equals(await object.text(), "a=1");
    },
    `${holder.name} serialises a URLSearchParams when it is constructed`,
    { requirements: ["body-init-copied"] },
  );

  test(
    () => {
      assert_throws_js(TypeError, () => holder.make(Symbol("body")));
    },
    `${holder.name} from a symbol throws a TypeError`,
    { requirements: ["body-init-symbol"] },
  );

  promise_test(
    async () => {
      const blob = new Blob(["text"]);
      assert_equals(await holder.make(blob).text(), "text");
      assert_equals(await holder.make(blob).text(), "text");
    },
    `${holder.name} leaves a Blob usable for another body`,
    { requirements: ["body-init-blob"] },
  );

  test(
    () => {
      const body = streamOf();
      body.getReader();
      assert_throws_js(TypeError, () => holder.make(body));
    },
    `${holder.name} from a locked stream throws a TypeError`,
    { requirements: ["stream-usable"] },
  );

  promise_test(
    async () => {
      const body = streamOf(bytesFrom(1));
      await readChunks(body.pipeThrough(new TransformStream()));
      assert_throws_js(TypeError, () => holder.make(body));
    },
    `${holder.name} from a stream that was read throws a TypeError`,
    { requirements: ["stream-usable"] },
  );
}

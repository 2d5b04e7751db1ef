// META: title=Body.arrayBuffer(), bytes() and blob()
// META: spec=https://fetch.spec.whatwg.org/#dom-body-arraybuffer
// META: spec=https://fetch.spec.whatwg.org/#dom-body-bytes
// META: spec=https://fetch.spec.whatwg.org/#dom-body-blob
// META: script=../resources/body.js
"use strict";

const data = Array.from({ length: 256 }, (_, index) => index);

for (const holder of bodyHolders) {
  promise_test(
    async () => {
      const buffer = await holder.make(Uint8Array.from(data)).arrayBuffer();
      assert_true(buffer instanceof ArrayBuffer);
      assert_equals(buffer.byteLength, 256);
      assert_bytes(new Uint8Array(buffer), data);
    },
    `${holder.name}: arrayBuffer() gives every byte value`,
    { requirements: ["body-array-buffer"] },
  );

  promise_test(
    async () => {
      const bytes = await holder.make(Uint8Array.from(data)).bytes();
      assert_true(bytes instanceof Uint8Array);
      assert_equals(Object.getPrototypeOf(bytes), Uint8Array.prototype);
      assert_bytes(bytes, data);
    },
    `${holder.name}: bytes() gives a Uint8Array of every byte value`,
    { requirements: ["body-bytes"] },
  );

  promise_test(
    async () => {
      const bytes = await holder.make("text").bytes();
      assert_equals(bytes.byteOffset, 0);
      assert_equals(bytes.buffer.byteLength, 4);
    },
    `${holder.name}: bytes() gives a view of its whole buffer`,
    { requirements: ["body-bytes"] },
  );

  promise_test(
    async () => {
      const blob = await holder.make(Uint8Array.from(data)).blob();
      assert_true(blob instanceof Blob);
      assert_equals(blob.size, 256);
      assert_bytes(new Uint8Array(await blob.arrayBuffer()), data);
    },
    `${holder.name}: blob() gives a Blob of every byte value`,
    { requirements: ["body-blob"] },
  );

  promise_test(
    async () => {
      const source = bytesFrom(1, 2, 3);
      const bytes = new Uint8Array(await holder.make(source).arrayBuffer());
      bytes[0] = 9;
      assert_equals(source[0], 1);
      assert_not_equals(bytes.buffer, source.buffer);
    },
    `${holder.name}: arrayBuffer() does not give the buffer of the body passed in`,
    { requirements: ["body-array-buffer"] },
  );

  promise_test(
    async () => {
      const blob = await holder.make(new Blob(["ab"], { type: "text/css" })).blob();
      assert_equals(blob.type, "text/css");
      assert_equals(await blob.text(), "ab");
    },
    `${holder.name}: blob() of a Blob has its type`,
    { requirements: ["body-blob-type"] },
  );

  promise_test(
    async () => {
      const blob = await holder.make(new File(["ab"], "name.txt")).blob();
      assert_false(blob instanceof File);
    },
    `${holder.name}: blob() of a File is a plain Blob`,
    { requirements: ["body-blob"] },
  );

  promise_test(
    async () => {
      const body = new Blob(["ab"], { type: "text/css" });
      const blob = await holder.make(body, { "content-type": "text/html" }).blob();
      assert_equals(blob.type, "text/html");
    },
    `${holder.name}: blob() takes its type from the header`,
    { requirements: ["body-blob-type"] },
  );

  promise_test(
    async () => {
      const object = holder.make("text", { "content-type": "text/css" });
      object.headers.set("content-type", "text/html");
      assert_equals((await object.blob()).type, "text/html");
    },
    `${holder.name}: blob() takes its type from the header as it was changed later`,
    { requirements: ["body-blob-type"] },
  );

  promise_test(
    async () => {
      const object = holder.make(new Blob(["ab"], { type: "text/css" }));
      object.headers.delete("content-type");
      assert_equals((await object.blob()).type, "");
    },
    `${holder.name}: blob() has no type when the header was deleted`,
    { requirements: ["body-blob-type"] },
  );

  promise_test(
    async () => {
      const object = holder.make(undefined, { "content-type": "text/css" });
      const blob = await object.blob();
      assert_equals(blob.size, 0);
      assert_equals(blob.type, "text/css");
    },
    `${holder.name}: blob() without a body is empty and has the type of the header`,
    { requirements: ["body-blob-type"] },
  );

  promise_test(
    async () => {
      assert_equals((await holder.make().arrayBuffer()).byteLength, 0);
      assert_equals((await holder.make().bytes()).byteLength, 0);
    },
    `${holder.name}: arrayBuffer() and bytes() without a body are empty`,
    { requirements: ["body-array-buffer", "body-bytes"] },
  );

  promise_test(
    async () => {
      const object = holder.make();
      assert_not_equals(await object.arrayBuffer(), await object.arrayBuffer());
      assert_not_equals(await object.bytes(), await object.bytes());
    },
    `${holder.name}: each call without a body gives a new object`,
    { requirements: ["body-new-object"] },
  );
}

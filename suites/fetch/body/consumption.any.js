// META: title=Consuming a body once
// META: spec=https://fetch.spec.whatwg.org/#concept-body-consume-body
// META: spec=https://fetch.spec.whatwg.org/#dom-body-bodyused
// META: spec=https://fetch.spec.whatwg.org/#body-unusable
// META: script=../resources/body.js
"use strict";

const methods = ["arrayBuffer", "blob", "bytes", "formData", "json", "text"];
// A body and type that all six methods accept.
const acceptable = "0";
const headers = { "content-type": "application/x-www-form-urlencoded" };

for (const holder of bodyHolders) {
  for (const method of methods) {
    promise_test(
      async (t) => {
        const object = holder.make(acceptable, headers);
        assert_false(object.bodyUsed);
        const promise = object[method]();
        assert_true(promise instanceof Promise);
        assert_true(object.bodyUsed, "set at once");
        await promise;
        assert_true(object.bodyUsed);
        await promise_rejects_js(t, TypeError, object[method]());
      },
      `${holder.name}.${method}() uses the body up`,
      { requirements: ["body-used"] },
    );

    promise_test(
      async (t) => {
        const object = holder.make(acceptable, headers);
        const reader = object.body.getReader();
        await promise_rejects_js(t, TypeError, object[method]());
        assert_false(object.bodyUsed);
        reader.releaseLock();
        await object[method]();
        assert_true(object.bodyUsed);
      },
      `${holder.name}.${method}() rejects while the body is locked`,
      { requirements: ["body-locked"] },
    );

    promise_test(
      async (t) => {
        const { prototype } = globalThis[holder.name];
        await promise_rejects_js(t, TypeError, prototype[method].call({}));
        await promise_rejects_js(t, TypeError, prototype[method].call(undefined));
      },
      `${holder.name}.${method}() rejects for a foreign receiver instead of throwing`,
      { requirements: ["body-receiver"] },
    );
  }

  for (const method of methods.filter((name) => name !== "json")) {
    promise_test(
      async () => {
        const object = holder.make(undefined, headers);
        await object[method]();
        assert_false(object.bodyUsed);
        await object[method]();
      },
      `${holder.name}.${method}() can be repeated without a body`,
      { requirements: ["body-used"] },
    );
  }

  promise_test(
    async (t) => {
      const object = holder.make("text");
      await object.text();
      for (const method of methods) await promise_rejects_js(t, TypeError, object[method]());
    },
    `${holder.name}: after one method all others reject`,
    { requirements: ["body-used"] },
  );

  promise_test(
    async (t) => {
      const object = holder.make("");
      await object.text();
      assert_true(object.bodyUsed);
      await promise_rejects_js(t, TypeError, object.text());
    },
    `${holder.name}: an empty body is used up too`,
    { requirements: ["body-used"] },
  );

  test(
    () => {
      const object = holder.make("text");
      assert_equals(object.body, object.body);
      assert_false(object.bodyUsed);
      assert_false(object.body.locked);
    },
    `${holder.name}: getting body does not use it`,
    { requirements: ["body-getter"] },
  );

  promise_test(
    async () => {
      const object = holder.make("text");
      const { body } = object;
      await object.text();
      assert_equals(object.body, body);
    },
    `${holder.name}: body stays the same stream after use`,
    { requirements: ["body-getter"] },
  );

  promise_test(
    async (t) => {
      const object = holder.make("text");
      const reader = object.body.getReader();
      assert_false(object.bodyUsed);
      const read = reader.read();
      assert_true(object.bodyUsed);
      await read;
      reader.releaseLock();
      await promise_rejects_js(t, TypeError, object.text());
    },
    `${holder.name}: reading a chunk uses the body up`,
    { requirements: ["body-disturbed"] },
  );

  promise_test(
    async (t) => {
      const object = holder.make("text");
      await object.body.cancel();
      assert_true(object.bodyUsed);
      await promise_rejects_js(t, TypeError, object.text());
    },
    `${holder.name}: cancelling the stream uses the body up`,
    { requirements: ["body-disturbed"] },
  );

  promise_test(
    async (t) => {
      const object = holder.make("text");
      const branches = object.body.tee();
      await promise_rejects_js(t, TypeError, object.text());
      assert_equals(new TextDecoder().decode(await readBytes(branches[1])), "text");
      assert_true(object.bodyUsed);
    },
    `${holder.name}: a body that was teed by hand is locked`,
    { requirements: ["body-locked"] },
  );

  promise_test(
    async (t) => {
      const object = holder.make("text");
      const chunks = [];
      await object.body.pipeTo(
        new WritableStream({
          write(chunk) {
            chunks.push(...chunk);
          },
        }),
      );
      assert_bytes(chunks, utf8("text"));
      assert_true(object.bodyUsed);
      await promise_rejects_js(t, TypeError, object.text());
    },
    `${holder.name}: piping uses the body up`,
    { requirements: ["body-disturbed"] },
  );
}

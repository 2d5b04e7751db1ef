// META: title=Response.clone()
// META: spec=https://fetch.spec.whatwg.org/#dom-response-clone
// META: spec=https://fetch.spec.whatwg.org/#concept-body-clone
// META: script=../resources/body.js
"use strict";

test(
  () => {
    const response = new Response("text", {
      status: 404,
      statusText: "None",
      headers: { "x-one": "1" },
    });
    const copy = response.clone();
    assert_true(copy instanceof Response);
    assert_not_equals(copy, response);
    assert_equals(copy.status, 404);
    assert_equals(copy.statusText, "None");
    assert_equals(copy.headers.get("x-one"), "1");
    assert_equals(copy.type, "default");
  },
  "a clone has the properties of the response",
  { requirements: ["response-clone-copy"] },
);

test(
  () => {
    const response = new Response(null, { headers: { "x-one": "1" } });
    const copy = response.clone();
    response.headers.set("x-one", "changed");
    copy.headers.set("x-two", "2");
    assert_equals(copy.headers.get("x-one"), "1");
    assert_false(response.headers.has("x-two"));
  },
  "a clone has headers of its own",
  { requirements: ["response-clone-copy"] },
);

test(
  () => {
    assert_equals(new Response().clone().body, null);
  },
  "a clone of a response without a body has none",
  { requirements: ["response-clone-no-body"] },
);

promise_test(
  async () => {
    const response = new Response("text");
    const copy = response.clone();
    assert_equals(await copy.text(), "text");
    assert_false(response.bodyUsed);
    assert_equals(await response.text(), "text");
  },
  "both bodies can be read, one after the other",
  { requirements: ["response-clone-body"] },
);

promise_test(
  async () => {
    const response = new Response(streamOf(utf8("one "), utf8("two")));
    const copy = response.clone();
    assert_equals(await response.text(), "one two");
    assert_equals(await copy.text(), "one two");
  },
  "a stream is teed",
  { requirements: ["response-clone-tee"] },
);

promise_test(
  async () => {
    const response = new Response(streamOf(bytesFrom(1, 2, 3)));
    const copy = response.clone();
    const [[mine], [other]] = await Promise.all([readChunks(response.body), readChunks(copy.body)]);
    assert_bytes(mine, [1, 2, 3]);
    assert_bytes(other, [1, 2, 3]);
    mine[0] = 9;
    assert_equals(other[0], 1);
  },
  "the chunks of the two bodies do not share memory",
  { requirements: ["response-clone-chunks"] },
);

test(
  () => {
    const body = streamOf(utf8("x"));
    const response = new Response(body);
    assert_equals(response.body, body);
    const copy = response.clone();
    assert_true(body.locked);
    assert_not_equals(response.body, body);
    assert_not_equals(copy.body, response.body);
    assert_false(response.bodyUsed);
  },
  "after clone() the response has a new stream and the given one is locked",
  { requirements: ["response-clone-tee"] },
);

promise_test(
  async () => {
    const response = new Response("text");
    const copies = [response.clone(), response.clone()];
    copies.push(copies[1].clone());
    for (const holder of [response, ...copies]) assert_equals(await holder.text(), "text");
  },
  "a response can be cloned repeatedly, and so can a clone",
  { requirements: ["response-clone-body"] },
);

promise_test(
  async () => {
    const response = new Response("text");
    await response.text();
    assert_throws_js(TypeError, () => response.clone());
  },
  "clone() of a response whose body was used throws a TypeError",
  { requirements: ["response-clone-used"] },
);

promise_test(
  async () => {
    const response = new Response("text");
    await response.body.cancel();
    assert_throws_js(TypeError, () => response.clone());
  },
  "clone() of a response whose body was cancelled throws a TypeError",
  { requirements: ["response-clone-used"] },
);

test(
  () => {
    const response = new Response("text");
    const reader = response.body.getReader();
    assert_throws_js(TypeError, () => response.clone());
    reader.releaseLock();
    assert_true(response.clone() instanceof Response);
  },
  "clone() of a locked response throws a TypeError, until the lock is released",
  { requirements: ["response-clone-used"] },
);

promise_test(
  async () => {
    const reasons = [];
    const response = new Response(
      new ReadableStream({
        cancel(reason) {
          reasons.push(reason);
        },
      }),
    );
    const copy = response.clone();
    const cancelled = response.body.cancel("mine");
    assert_array_equals(reasons, []);
    await Promise.all([cancelled, copy.body.cancel("other")]);
    assert_equals(reasons.length, 1);
    assert_array_equals(reasons[0], ["mine", "other"]);
  },
  "the source is cancelled when both bodies are, with both reasons",
  { requirements: ["response-clone-cancel"] },
);

promise_test(
  async () => {
    const error = new Error("broken");
    const response = new Response(
      new ReadableStream({
        pull(controller) {
          controller.error(error);
        },
      }),
    );
    const copy = response.clone();
    const results = await Promise.allSettled([response.text(), copy.text()]);
    assert_equals(results[0].reason, error);
    assert_equals(results[1].reason, error);
  },
  "an error of the stream reaches both bodies",
  { requirements: ["response-clone-error"] },
);

promise_test(
  async () => {
    const response = new Response("a=1", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    const copy = response.clone();
    assert_equals((await copy.formData()).get("a"), "1");
    assert_equals((await response.blob()).size, 3);
  },
  "the two bodies can be consumed in different ways",
  { requirements: ["response-clone-body"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => Response.prototype.clone.call({}));
  },
  "clone() throws a TypeError for a receiver that is no response",
  { requirements: ["response-clone-receiver"] },
);

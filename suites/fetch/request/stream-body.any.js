// META: title=Request with a stream as body
// META: spec=https://fetch.spec.whatwg.org/#dom-request
// META: spec=https://fetch.spec.whatwg.org/#concept-bodyinit-extract
// META: script=../resources/body.js
"use strict";

const url = "http://host.example/";
const stream = () => streamOf(utf8("chunk"));

test(
  () => {
    assert_throws_js(TypeError, () => new Request(url, { method: "POST", body: stream() }));
  },
  "a stream without duplex throws a TypeError",
  { requirements: ["duplex-required"] },
);

test(
  () => {
    const init = { method: "POST", body: stream(), duplex: undefined };
    assert_throws_js(TypeError, () => new Request(url, init));
  },
  "a stream with duplex undefined throws a TypeError",
  { requirements: ["duplex-required"] },
);

promise_test(
  async () => {
    const request = new Request(url, { method: "POST", body: stream(), duplex: "half" });
    assert_equals(await request.text(), "chunk");
  },
  "a stream with duplex half is accepted",
  { requirements: ["duplex-half"] },
);

test(
  () => {
    const body = stream();
    const request = new Request(url, { method: "POST", body, duplex: "half" });
    assert_equals(request.body, body);
  },
  "body is the given stream itself",
  { requirements: ["duplex-half"] },
);

test(
  () => {
    const request = new Request(url, { method: "POST", body: stream(), duplex: "half" });
    assert_false(request.headers.has("content-type"));
  },
  "a stream sets no Content-Type",
  { requirements: ["stream-no-type"] },
);

test(
  () => {
    const init = { method: "POST", body: stream(), duplex: "half", keepalive: true };
    assert_throws_js(TypeError, () => new Request(url, init));
  },
  "a stream with keepalive throws a TypeError",
  { requirements: ["stream-keepalive"] },
);

promise_test(
  async () => {
    const request = new Request(url, { method: "POST", body: "text", keepalive: true });
    assert_equals(await request.text(), "text");
  },
  "keepalive is allowed with a body of known bytes",
  { requirements: ["keepalive-bytes"] },
);

test(
  () => {
    const body = stream();
    body.getReader();
    assert_throws_js(TypeError, () => new Request(url, { method: "POST", body, duplex: "half" }));
  },
  "a locked stream throws a TypeError",
  { requirements: ["stream-usable"] },
);

promise_test(
  async () => {
    const body = stream();
    const reader = body.getReader();
    await reader.read();
    reader.releaseLock();
    assert_throws_js(TypeError, () => new Request(url, { method: "POST", body, duplex: "half" }));
  },
  "a stream that was read from throws a TypeError",
  { requirements: ["stream-usable"] },
);

promise_test(
  async () => {
    const body = stream();
    await body.cancel();
    assert_throws_js(TypeError, () => new Request(url, { method: "POST", body, duplex: "half" }));
  },
  "a cancelled stream throws a TypeError",
  { requirements: ["stream-usable"] },
);

promise_test(
  async () => {
    const body = stream();
    body.getReader().releaseLock();
    const request = new Request(url, { method: "POST", body, duplex: "half" });
    assert_equals(await request.text(), "chunk");
  },
  "a stream that was locked and released without a read is accepted",
  { requirements: ["stream-usable"] },
);

test(
  () => {
    const init = { method: "GET", body: stream(), duplex: "half" };
    assert_throws_js(TypeError, () => new Request(url, init));
    assert_false(init.body.locked);
  },
  "a stream with method GET throws a TypeError and is not locked",
  { requirements: ["stream-get"] },
);

promise_test(
  async () => {
    const first = new Request(url, { method: "POST", body: stream(), duplex: "half" });
    const second = new Request(first);
    assert_true(first.bodyUsed);
    assert_equals(await second.text(), "chunk");
  },
  "a request with a stream needs no duplex when it is the input of another",
  { requirements: ["duplex-input"] },
);

promise_test(
  async () => {
    const first = new Request(url, { method: "POST", body: "text" });
    assert_throws_js(TypeError, () => new Request(first, { body: stream() }));
    assert_equals(await first.text(), "text");
  },
  "a stream in init without duplex throws a TypeError also when the input is a request",
  { requirements: ["duplex-required"] },
);

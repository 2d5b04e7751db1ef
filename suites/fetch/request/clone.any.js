// META: title=Request.clone()
// META: spec=https://fetch.spec.whatwg.org/#dom-request-clone
// META: spec=https://fetch.spec.whatwg.org/#concept-body-clone
// META: script=../resources/body.js
"use strict";

const url = "http://host.example/a";
const post = (body) => new Request(url, { method: "POST", body, duplex: "half" });

test(
  () => {
    const request = new Request(url, {
      method: "Chicken",
      redirect: "error",
      integrity: "sha256-abc",
      headers: { "x-one": "1" },
    });
    const copy = request.clone();
    assert_true(copy instanceof Request);
    assert_not_equals(copy, request);
    assert_equals(copy.url, url);
    assert_equals(copy.method, "Chicken");
    assert_equals(copy.redirect, "error");
    assert_equals(copy.integrity, "sha256-abc");
    assert_equals(copy.headers.get("x-one"), "1");
  },
  "a clone has the properties of the request",
  { requirements: ["request-clone-copy"] },
);

test(
  () => {
    const request = new Request(url, { headers: { "x-one": "1" } });
    const copy = request.clone();
    request.headers.set("x-one", "changed");
    assert_equals(copy.headers.get("x-one"), "1");
  },
  "a clone has headers of its own",
  { requirements: ["request-clone-copy"] },
);

test(
  () => {
    assert_equals(new Request(url).clone().body, null);
  },
  "a clone of a request without a body has none",
  { requirements: ["request-clone-no-body"] },
);

promise_test(
  async () => {
    const request = post("text");
    const copy = request.clone();
    assert_equals(await copy.text(), "text");
    assert_false(request.bodyUsed);
    assert_equals(await request.text(), "text");
  },
  "both bodies can be read, the clone's first",
  { requirements: ["request-clone-body"] },
);

promise_test(
  async () => {
    const request = post("text");
    const copy = request.clone();
    assert_equals(await request.text(), "text");
    assert_false(copy.bodyUsed);
    assert_equals(await copy.text(), "text");
  },
  "both bodies can be read, the request's first",
  { requirements: ["request-clone-body"] },
);

promise_test(
  async () => {
    const request = post(streamOf(utf8("one "), utf8("two")));
    const copy = request.clone();
    const texts = await Promise.all([request.text(), copy.text()]);
    assert_array_equals(texts, ["one two", "one two"]);
  },
  "a stream is teed",
  { requirements: ["request-clone-tee"] },
);

test(
  () => {
    const body = streamOf(utf8("x"));
    const request = post(body);
    const copy = request.clone();
    assert_true(body.locked);
    assert_not_equals(request.body, body);
    assert_not_equals(copy.body, request.body);
    assert_false(request.bodyUsed);
    assert_false(copy.bodyUsed);
  },
  "after clone() the request has a new stream and the given one is locked",
  { requirements: ["request-clone-tee"] },
);

promise_test(
  async () => {
    const request = post("text");
    const copies = [request.clone(), request.clone()];
    copies.push(copies[0].clone());
    for (const holder of [request, ...copies]) assert_equals(await holder.text(), "text");
  },
  "a request can be cloned repeatedly, and so can a clone",
  { requirements: ["request-clone-body"] },
);

promise_test(
  async () => {
    const request = post("text");
    await request.text();
    assert_throws_js(TypeError, () => request.clone());
  },
  "clone() of a request whose body was used throws a TypeError",
  { requirements: ["request-clone-used"] },
);

promise_test(
  async () => {
    const request = post("");
    await request.text();
    assert_throws_js(TypeError, () => request.clone());
  },
  "clone() of a request whose empty body was used throws a TypeError",
  { requirements: ["request-clone-used"] },
);

test(
  () => {
    const request = post("text");
    request.body.getReader();
    assert_throws_js(TypeError, () => request.clone());
  },
  "clone() of a request whose body is locked throws a TypeError",
  { requirements: ["request-clone-used"] },
);

promise_test(
  async () => {
    const request = new Request(url);
    await request.text();
    assert_equals(request.clone().url, url);
  },
  "reading a request without a body does not keep it from being cloned",
  { requirements: ["request-clone-no-body"] },
);

promise_test(
  async () => {
    const error = new Error("broken");
    const request = post(
      new ReadableStream({
        pull(controller) {
          controller.error(error);
        },
      }),
    );
    const copy = request.clone();
    const results = await Promise.allSettled([request.text(), copy.text()]);
    assert_equals(results[0].reason, error);
    assert_equals(results[1].reason, error);
  },
  "an error of the stream reaches both bodies",
  { requirements: ["request-clone-error"] },
);

test(
  () => {
    assert_throws_js(TypeError, () => Request.prototype.clone.call({}));
  },
  "clone() throws a TypeError for a receiver that is no request",
  { requirements: ["request-clone-receiver"] },
);

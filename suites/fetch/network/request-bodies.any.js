// META: title=fetch(): bodies that are sent
// META: spec=https://fetch.spec.whatwg.org/#concept-bodyinit-extract
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: script=../resources/body.js
// META: script=../resources/server.sub.js
"use strict";

const utf8Type = "text/plain;charset=UTF-8";
const formType = "application/x-www-form-urlencoded;charset=UTF-8";
const everyByte = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
const bytes = () => Uint8Array.from({ length: 256 }, (_, byte) => byte);

for (const [label, makeBody, expected, type] of [
  ["a string", () => "text", "text", utf8Type],
  ["an empty string", () => "", "", utf8Type],
  [
    "a string beyond ASCII",
    () => "\u00e9\u{1f600}",
    "\u00c3\u00a9\u00f0\u009f\u0098\u0080",
    utf8Type,
  ],
  ["a lone surrogate", () => "\ud800", "\u00ef\u00bf\u00bd", utf8Type],
  ["a number", () => 12, "12", utf8Type],
  ["an object", () => ({ toString: () => "own" }), "own", utf8Type],
  ["a URLSearchParams", () => new URLSearchParams("a=1&b=%C3%A9+"), "a=1&b=%C3%A9+", formType],
  ["an empty URLSearchParams", () => new URLSearchParams(), "", formType],
  ["an ArrayBuffer", () => bytes().buffer, everyByte, null],
  ["a Uint8Array", bytes, everyByte, null],
  ["a part of a buffer", () => bytes().subarray(65, 70), "ABCDE", null],
  ["a DataView", () => new DataView(bytes().buffer, 65, 3), "ABC", null],
  ["a Uint16Array", () => new Uint16Array(Uint8Array.of(65, 66).buffer), "AB", null],
  ["a Blob", () => new Blob(["te", "xt"]), "text", null],
  ["a Blob with a type", () => new Blob([bytes()], { type: "a/b;c=d" }), everyByte, "a/b;c=d"],
  ["a File", () => new File(["text"], "name", { type: "text/css" }), "text", "text/css"],
]) {
  promise_test(
    async () => {
      const arrived = await server.echo({ method: "POST", body: makeBody() });
      assert_equals(arrived.body, expected);
    },
    `the bytes of ${label} arrive`,
    { requirements: ["request-body-sent"] },
  );

  promise_test(
    async () => {
      const arrived = await server.echo({ method: "POST", body: makeBody() });
      assert_equals(arrived.header("content-type"), type);
    },
    `${label} is sent with ${type === null ? "no Content-Type" : `Content-Type ${type}`}`,
    { requirements: ["request-body-type"] },
  );

  promise_test(
    async () => {
      const arrived = await server.echo({ method: "POST", body: makeBody() });
      assert_equals(arrived.header("content-length"), String(expected.length));
      assert_equals(arrived.header("transfer-encoding"), null);
    },
    `${label} is sent with its Content-Length`,
    { requirements: ["content-length-sent"] },
  );
}

promise_test(
  async () => {
    const form = new FormData();
    form.append("a", "1");
    form.append("f", new File(["content"], "n.txt", { type: "text/css" }));
    const arrived = await server.echo({ method: "POST", body: form });
    const headers = { "content-type": arrived.header("content-type") };
    const sent = Uint8Array.from(arrived.body, (unit) => unit.charCodeAt(0));
    const read = await new Response(sent, { headers }).formData();
    assert_equals(read.get("a"), "1");
    assert_equals(read.get("f").name, "n.txt");
    assert_equals(await read.get("f").text(), "content");
  },
  "a FormData arrives with its boundary",
  { requirements: ["request-body-form"] },
);

for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CHICKEN"]) {
  promise_test(
    async () => {
      const arrived = await server.echo({ method, body: "text" });
      assert_equals(arrived.method, method);
      assert_equals(arrived.body, "text");
    },
    `${method} sends a body`,
    { requirements: ["request-other-body"] },
  );
}

promise_test(
  async () => {
    const headers = { "Content-Type": "text/css" };
    const arrived = await server.echo({ method: "POST", body: "text", headers });
    assert_equals(arrived.header("content-type"), "text/css");
  },
  "a Content-Type that was set is sent in place of the body's",
  { requirements: ["request-body-own-type"] },
);

promise_test(
  async () => {
    const request = new Request(server.url("echo"), { method: "POST", body: "text" });
    request.headers.delete("content-type");
    const arrived = await Arrived.from(await fetch(request));
    assert_equals(arrived.body, "text");
    assert_equals(arrived.header("content-type"), null);
  },
  "a Content-Type that was deleted from a request is not sent",
  { requirements: ["request-body-own-type"] },
);

promise_test(
  async () => {
    const request = new Request(server.url("echo"), { method: "POST", body: "text" });
    const promise = fetch(request);
    assert_true(request.bodyUsed);
    assert_equals((await Arrived.from(await promise)).body, "text");
  },
  "the body of a request arrives, and is used up",
  { requirements: ["fetch-uses-body"] },
);

promise_test(
  async () => {
    const request = new Request(server.url("echo"), { method: "POST", body: "text" });
    const copy = request.clone();
    assert_equals((await Arrived.from(await fetch(request))).body, "text");
    assert_equals((await Arrived.from(await fetch(copy))).body, "text");
  },
  "a request and its clone can both be sent",
  { requirements: ["request-clone-body"] },
);

promise_test(
  async () => {
    const request = new Request(server.url("echo"), { method: "POST", body: "old" });
    assert_equals((await Arrived.from(await fetch(request, { body: "new" }))).body, "new");
  },
  "a body of init arrives in place of that of a request",
  { requirements: ["request-new-body"] },
);

promise_test(
  async () => {
    const size = 3 * 1024 * 1024;
    const body = new Uint8Array(size);
    for (let i = 0; i < size; i += 4096) body[i] = i >> 12;
    const response = await fetch(server.url("measure"), { method: "POST", body });
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const measured = await response.json();
    assert_equals(measured.length, size);
    assert_equals(measured.sha256, hex);
  },
  "a body of three megabytes arrives whole",
  { requirements: ["request-body-big"] },
);

promise_test(
  async () => {
    const source = await fetch(server.url("respond", { body: "passed on" }));
    const body = await source.arrayBuffer();
    assert_equals((await server.echo({ method: "POST", body })).body, "passed on");
  },
  "the bytes of a response can be sent",
  { requirements: ["request-body-sent"] },
);

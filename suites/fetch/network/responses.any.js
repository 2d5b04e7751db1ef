// META: title=fetch(): status and attributes of responses
// META: spec=https://fetch.spec.whatwg.org/#response-class
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: script=../resources/server.sub.js
"use strict";

const respond = (parameters, init) => fetch(server.url("respond", parameters), init);

for (const status of [
  200, 201, 202, 203, 206, 226, 299, 300, 304, 305, 400, 402, 403, 404, 405, 409, 410, 418, 422,
  429, 451, 499, 500, 501, 502, 503, 504, 511, 599,
]) {
  promise_test(
    async () => {
      const response = await respond({ status });
      assert_equals(response.status, status);
      assert_equals(response.ok, status < 300);
    },
    `status ${status} is given, and ok is ${status < 300}`,
    { requirements: ["response-status", "status-ok"] },
  );
}

for (const status of [204, 205, 304]) {
  promise_test(
    async () => {
      // Main fetch: "internalResponse's status is a null body status: set internalResponse's body
      // to null".
      const response = await respond({ status });
      assert_equals(response.status, status);
      assert_equals(response.body, null);
      assert_equals(await response.text(), "");
      assert_false(response.bodyUsed);
    },
    `a response with status ${status} has no body`,
    { requirements: ["null-body-status"] },
  );
}

promise_test(
  async () => {
    const response = await fetch(server.url("respond", { body: "text" }), { method: "HEAD" });
    assert_equals(response.body, null);
    assert_equals(response.headers.get("content-length"), "4");
  },
  "a response to HEAD has no body",
  { requirements: ["head-no-body"] },
);

for (const [label, reason, expected] of [
  ["usual", "OK", "OK"],
  ["of its own", "All is well", "All is well"],
  ["empty", "", ""],
  ["with punctuation", "It's: fine, (really)!", "It's: fine, (really)!"],
  ["with a tab", "a\tb", "a\tb"],
  ["with bytes above 0x7F", "\u00e9\u00ff", "\u00e9\u00ff"],
]) {
  promise_test(
    async () => {
      // "The statusText getter steps are to return this's response's status message", whose bytes
      // are isomorphic decoded.
      assert_equals((await respond({ reason })).statusText, expected);
    },
    `a status message that is ${label} is given`,
    { requirements: ["response-status-text"] },
  );
}

promise_test(
  async () => {
    const response = await respond({ status: 404, reason: "Gone fishing", body: "none" });
    assert_equals(response.status, 404);
    assert_equals(response.statusText, "Gone fishing");
    assert_equals(await response.text(), "none");
  },
  "an error of the server is a response with a body",
  { requirements: ["response-status"] },
);

promise_test(
  async () => {
    const response = await respond({ body: "text" });
    assert_true(response instanceof Response);
    assert_false(response.redirected);
    assert_false(response.bodyUsed);
    assert_true(response.headers instanceof Headers);
    assert_true(response.body instanceof ReadableStream);
  },
  "a response has all attributes",
  { requirements: ["response-attributes"] },
);

promise_test(
  async () => {
    assert_equals((await respond({})).type, "basic");
  },
  "the type of a response from the same origin is basic",
  { requirements: ["response-type-basic"] },
);

for (const [label, suffix, expected] of [
  ["a query", "?a=b", "?a=b"],
  ["an empty query", "?", "?"],
  ["a fragment", "#part", ""],
  ["query and fragment", "?a#b?c", "?a"],
  ["percent-encoded characters", "?%41%7e%c3%a9", "?%41%7e%c3%a9"],
  ["characters to be encoded", "?\u00e9 <>", "?%C3%A9%20%3C%3E"],
]) {
  promise_test(
    async () => {
      const url = `${server.origin}/_server/respond`;
      assert_equals((await fetch(url + suffix)).url, url + expected);
    },
    `url with ${label}`,
    { requirements: ["response-url"] },
  );
}

for (const [label, path, expected] of [
  ["a query", "echo?a=b&c", "/_server/echo?a=b&c"],
  ["a fragment", "echo#part", "/_server/echo"],
  ["dots", "x/../echo", "/_server/echo"],
  ["characters beyond ASCII", "echo?\u00e9", "/_server/echo?%C3%A9"],
  ["quotation marks", "echo?'\"", "/_server/echo?%27%22"],
]) {
  promise_test(
    async () => {
      const arrived = await Arrived.from(await fetch(`${server.origin}/_server/${path}`));
      assert_equals(arrived.target, expected);
    },
    `a URL with ${label} arrives as ${expected}`,
    { requirements: ["request-target"] },
  );
}

promise_test(
  async () => {
    const url = new URL("/_server/respond?body=text", server.origin);
    assert_equals(await (await fetch(url)).text(), "text");
  },
  "a URL object can be fetched",
  { requirements: ["request-target"] },
);

for (const [label, method, expected] of [
  ["text()", "text", '{"a":1}'],
  ["json()", "json", 1],
]) {
  promise_test(
    async () => {
      const response = await respond({ body: '{"a":1}' });
      const result = await response[method]();
      assert_equals(typeof result === "object" ? result.a : result, expected);
      assert_true(response.bodyUsed);
    },
    `${label} reads a response`,
    { requirements: ["response-body-read"] },
  );
}

const everyByte = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));

for (const [label, read] of [
  ["arrayBuffer()", async (response) => new Uint8Array(await response.arrayBuffer())],
  ["bytes()", (response) => response.bytes()],
  ["blob()", async (response) => new Uint8Array(await (await response.blob()).arrayBuffer())],
]) {
  promise_test(
    async () => {
      const bytes = await read(await respond({ body: everyByte }));
      assert_array_equals(
        Array.from(bytes),
        Array.from({ length: 256 }, (_, byte) => byte),
      );
    },
    `${label} gives every byte of a response`,
    { requirements: ["response-body-read"] },
  );
}

promise_test(
  async () => {
    const header = "Content-Type: Text/CSS; charset=gbk";
    assert_equals(
      (await (await respond({ body: "x", header })).blob()).type,
      "text/css;charset=gbk",
    );
  },
  "blob() has the type of the response",
  { requirements: ["body-blob-type"] },
);

promise_test(
  async () => {
    const header = "Content-Type:application/x-www-form-urlencoded";
    const form = await (await respond({ body: "a=1&b=2", header })).formData();
    assert_equals(form.get("b"), "2");
  },
  "formData() reads a response",
  { requirements: ["response-body-read"] },
);

promise_test(
  async (t) => {
    const response = await respond({ body: "text" });
    await response.text();
    await promise_rejects_js(t, TypeError, response.text());
  },
  "a response can be read once",
  { requirements: ["body-used"] },
);

promise_test(
  async () => {
    const response = await respond({ body: "text" });
    const copy = response.clone();
    assert_equals(copy.url, response.url);
    assert_equals(copy.status, 200);
    assert_equals(await copy.text(), "text");
    assert_equals(await response.text(), "text");
  },
  "a response can be cloned",
  { requirements: ["response-clone-body"] },
);

promise_test(
  async () => {
    const response = await respond({});
    assert_true(response.body instanceof ReadableStream);
    assert_equals(await response.text(), "");
  },
  "an empty body is a stream",
  { requirements: ["response-empty-stream"] },
);

promise_test(
  async () => {
    const bodies = await Promise.all(
      [1, 2, 3, 4].map(async (body) => (await respond({ body })).text()),
    );
    assert_array_equals(bodies, ["1", "2", "3", "4"]);
  },
  "requests at the same time get their own responses",
  { requirements: ["fetch-parallel"] },
);

promise_test(
  async () => {
    const url = server.url("respond", { body: "text" });
    for (let i = 0; i < 5; i += 1) assert_equals(await (await fetch(url)).text(), "text");
  },
  "one URL can be fetched time after time",
  { requirements: ["fetch-parallel"] },
);

// META: title=data: URLs: the response
// META: spec=https://fetch.spec.whatwg.org/#concept-scheme-fetch
// META: spec=https://fetch.spec.whatwg.org/#concept-main-fetch
// META: script=../resources/body.js
"use strict";

for (const [name, value] of Object.entries({
  status: 200,
  statusText: "OK",
  ok: true,
  type: "basic",
  redirected: false,
  bodyUsed: false,
})) {
  promise_test(
    async () => {
      const response = await fetch("data:text/css,x");
      assert_equals(response[name], value);
    },
    `${name} is ${format_value(value)}`,
    { requirements: ["data-response"] },
  );
}

for (const [input, expected] of [
  ["data:text/css,x", "data:text/css,x"],
  ["DATA:text/CSS,x", "data:text/CSS,x"],
  ["data:,a?b#c", "data:,a?b"],
  ["data:,\u00e9", "data:,%C3%A9"],
]) {
  promise_test(
    async () => {
      assert_equals((await fetch(input)).url, expected);
    },
    `url for ${input} is ${expected}`,
    { requirements: ["data-url"] },
  );
}

promise_test(
  async () => {
    const { headers } = await fetch("data:text/css,x");
    assert_equals(JSON.stringify([...headers]), '[["content-type","text/css"]]');
  },
  "Content-Type is the only header",
  { requirements: ["data-response"] },
);

promise_test(
  async () => {
    const { body } = await fetch("data:,text");
    assert_true(body instanceof ReadableStream);
    assert_bytes(await readBytes(body), utf8("text"));
  },
  "the body is a stream of the bytes",
  { requirements: ["data-stream"] },
);

promise_test(
  async () => {
    const response = await fetch("data:,");
    assert_true(response.body instanceof ReadableStream);
    assert_equals(await response.text(), "");
  },
  "an empty body is a body",
  { requirements: ["data-stream"] },
);

promise_test(
  async () => {
    const request = new Request("data:,text");
    assert_equals(await (await fetch(request)).text(), "text");
    assert_equals(await (await fetch(request)).text(), "text");
  },
  "a request can be fetched twice when it has no body",
  { requirements: ["data-again"] },
);

promise_test(
  async () => {
    assert_equals(await (await fetch(new URL("data:,text"))).text(), "text");
  },
  "a URL object can be fetched",
  { requirements: ["data-again"] },
);

promise_test(
  async () => {
    const response = await fetch("data:text/css,text", { method: "HEAD" });
    assert_equals(response.status, 200);
    assert_equals(response.headers.get("content-type"), "text/css");
    assert_equals(response.body, null);
  },
  "HEAD gives the headers without a body",
  { requirements: ["data-head"] },
);

promise_test(
  async () => {
    const response = await fetch("data:,text", { method: "POST", body: "sent" });
    assert_equals(await response.text(), "text");
  },
  "POST gives the same response, whatever is sent",
  { requirements: ["data-method"] },
);

promise_test(
  async () => {
    const [first, second] = await Promise.all([fetch("data:,a"), fetch("data:,b")]);
    assert_equals(await second.text(), "b");
    assert_equals(await first.text(), "a");
  },
  "several fetches are independent",
  { requirements: ["data-again"] },
);

promise_test(
  async () => {
    const response = await fetch("data:,text");
    const copy = response.clone();
    assert_equals(copy.url, "data:,text");
    assert_equals(copy.type, "basic");
    assert_equals(await copy.text(), "text");
    assert_equals(await response.text(), "text");
  },
  "the response can be cloned",
  { requirements: ["data-clone"] },
);

for (const redirect of ["follow", "error", "manual"]) {
  promise_test(
    async () => {
      assert_equals(await (await fetch("data:,text", { redirect })).text(), "text");
    },
    `redirect mode ${redirect} makes no difference`,
    { requirements: ["data-method"] },
  );
}

// The SHA-256 digest of the four bytes of "text".
const digest = "sha256-mC2ePrmW9VnmM/TRlN7zdh2Qn1o7ZH0ahR/q1nwyydE=";

promise_test(
  async () => {
    assert_equals(await (await fetch("data:,text", { integrity: digest })).text(), "text");
  },
  "integrity metadata that matches is accepted",
  { requirements: ["integrity-match"] },
);

promise_test(
  async (t) => {
    await promise_rejects_js(t, TypeError, fetch("data:,other", { integrity: digest }));
  },
  "integrity metadata that does not match makes fetch() reject with a TypeError",
  { requirements: ["integrity-mismatch"] },
);

promise_test(
  async () => {
    assert_equals(await (await fetch("data:,text", { integrity: "md9-x" })).text(), "text");
  },
  "integrity metadata without a known algorithm is ignored",
  { requirements: ["integrity-unknown"] },
);

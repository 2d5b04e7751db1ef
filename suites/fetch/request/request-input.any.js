// META: title=Request constructor with a Request as input
// META: spec=https://fetch.spec.whatwg.org/#dom-request
"use strict";

const url = "http://host.example/a#b";

test(
  () => {
    const first = new Request(url, {
      method: "PUT",
      redirect: "manual",
      integrity: "sha256-abc",
      cache: "no-store",
      headers: { "x-one": "1" },
    });
    const second = new Request(first);
    assert_not_equals(second, first);
    for (const name of ["url", "method", "redirect", "integrity", "cache"]) {
      assert_equals(typeof second[name], "string", name);
      assert_equals(second[name], first[name], name);
    }
    assert_equals(second.headers.get("x-one"), "1");
  },
  "the properties of the input are copied",
  { requirements: ["request-copy"] },
);

test(
  () => {
    const first = new Request(url, { redirect: "manual", integrity: "sha256-abc" });
    const second = new Request(first, { redirect: "error" });
    assert_equals(second.redirect, "error");
    assert_equals(second.integrity, "sha256-abc");
    assert_equals(first.redirect, "manual");
  },
  "members of init win over those of the input",
  { requirements: ["request-copy-init"] },
);

test(
  () => {
    const first = new Request(url, { headers: { "x-one": "1" } });
    const second = new Request(first);
    second.headers.set("x-one", "changed");
    first.headers.set("x-two", "2");
    assert_equals(first.headers.get("x-one"), "1");
    assert_false(second.headers.has("x-two"));
  },
  "the headers are copied, not shared",
  { requirements: ["request-copy-headers"] },
);

test(
  () => {
    const first = new Request(url, { headers: { "x-one": "1" } });
    const second = new Request(first, { method: "PUT" });
    assert_equals(second.headers.get("x-one"), "1");
  },
  "the headers stay when init has other members only",
  { requirements: ["request-copy-headers"] },
);

test(
  () => {
    const first = new Request(url, { headers: { "x-one": "1" } });
    const second = new Request(first, { headers: { "x-two": "2" } });
    assert_false(second.headers.has("x-one"));
    assert_equals(second.headers.get("x-two"), "2");
  },
  "the headers of init replace all headers of the input",
  { requirements: ["request-init-headers"] },
);

test(
  () => {
    const first = new Request(url, { headers: { "x-one": "1" } });
    assert_equals([...new Request(first, { headers: [] }).headers].length, 0);
  },
  "empty headers in init remove the headers of the input",
  { requirements: ["request-init-headers"] },
);

test(
  () => {
    const first = new Request(url, { referrer: "" });
    assert_equals(new Request(first).referrer, "");
    assert_equals(new Request(first, { integrity: "x" }).referrer, "about:client");
  },
  "the referrer is copied without init, and reset by a member of init",
  { requirements: ["request-copy-referrer"] },
);

test(
  () => {
    const first = new Request(url, { referrerPolicy: "origin" });
    assert_equals(new Request(first).referrerPolicy, "origin");
    assert_equals(new Request(first, { integrity: "x" }).referrerPolicy, "");
  },
  "the referrer policy is copied without init, and reset by a member of init",
  { requirements: ["request-copy-referrer"] },
);

promise_test(
  async () => {
    const first = new Request(url, { method: "POST", body: "text" });
    const second = new Request(first);
    assert_true(first.bodyUsed);
    assert_false(second.bodyUsed);
    assert_equals(await second.text(), "text");
  },
  "the body moves to the new request and leaves the input used",
  { requirements: ["request-copy-body"] },
);

test(
  () => {
    const first = new Request(url);
    assert_equals(new Request(first).body, null);
    assert_false(first.bodyUsed);
  },
  "an input without a body is not used up",
  { requirements: ["request-copy-no-body"] },
);

promise_test(
  async () => {
    const first = new Request(url, { method: "POST", body: "text" });
    const second = new Request(first, { body: null });
    assert_true(first.bodyUsed);
    assert_equals(await second.text(), "text");
  },
  "a null body in init counts as absent: the body of the input is taken",
  { requirements: ["request-null-body"] },
);

promise_test(
  async () => {
    const first = new Request(url, { method: "POST", body: "old" });
    const second = new Request(first, { body: "new" });
    assert_false(first.bodyUsed);
    assert_equals(await second.text(), "new");
    assert_equals(await first.text(), "old");
  },
  "a body in init leaves the body of the input alone",
  { requirements: ["request-new-body"] },
);

test(
  () => {
    const first = new Request(url, { method: "POST", body: "text" });
    assert_equals(first.headers.get("content-type"), "text/plain;charset=UTF-8");
    const second = new Request(first, { body: new URLSearchParams("a=1") });
    assert_equals(second.headers.get("content-type"), "text/plain;charset=UTF-8");
  },
  "the copied Content-Type is not replaced by that of a new body",
  { requirements: ["request-content-type-kept"] },
);

test(
  () => {
    const first = new Request(url, { method: "POST", body: "text" });
    const second = new Request(first, { body: new URLSearchParams("a=1"), headers: {} });
    assert_equals(
      second.headers.get("content-type"),
      "application/x-www-form-urlencoded;charset=UTF-8",
    );
  },
  "with headers in init, a new body sets the Content-Type",
  { requirements: ["request-content-type-set"] },
);

for (const method of ["GET", "HEAD"]) {
  promise_test(
    async () => {
      const first = new Request(url, { method: "POST", body: "text" });
      assert_throws_js(TypeError, () => new Request(first, { method }));
      assert_throws_js(TypeError, () => new Request(first, { method, body: null }));
      assert_false(first.bodyUsed);
      assert_equals(await first.text(), "text");
    },
    `an input with a body cannot become a ${method} request, and stays usable`,
    { requirements: ["request-copy-get"] },
  );
}

promise_test(
  async () => {
    const first = new Request(url, { method: "POST", body: "text" });
    await first.text();
    assert_throws_js(TypeError, () => new Request(first));
    assert_throws_js(TypeError, () => new Request(first, { method: "PUT" }));
  },
  "an input whose body was used throws a TypeError",
  { requirements: ["request-input-used"] },
);

promise_test(
  async () => {
    const first = new Request(url, { method: "POST", body: "old" });
    await first.text();
    const second = new Request(first, { body: "new" });
    assert_equals(await second.text(), "new");
  },
  "an input whose body was used is accepted with a body in init",
  { requirements: ["request-input-used"] },
);

test(
  () => {
    const first = new Request(url, { method: "POST", body: "text" });
    const reader = first.body.getReader();
    assert_throws_js(TypeError, () => new Request(first));
    reader.releaseLock();
    assert_equals(new Request(first).bodyUsed, false);
  },
  "an input whose body is locked throws a TypeError, until the lock is released",
  { requirements: ["request-input-used"] },
);

promise_test(
  async () => {
    const first = new Request(url, { method: "POST", body: "text" });
    assert_throws_js(TypeError, () => new Request(first, { redirect: "bad" }));
    assert_throws_js(TypeError, () => new Request(first, { headers: { "bad name": "" } }));
    assert_false(first.bodyUsed);
    assert_equals(await first.text(), "text");
  },
  "an input is not used up when the constructor throws",
  { requirements: ["request-input-kept"] },
);

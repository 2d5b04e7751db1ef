// META: title=fetch(): integrity of responses
// META: spec=https://fetch.spec.whatwg.org/#concept-main-fetch
// META: spec=https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist
// META: script=../resources/server.sub.js
"use strict";

// Digests of the four bytes of "text".
const sha256 = "sha256-mC2ePrmW9VnmM/TRlN7zdh2Qn1o7ZH0ahR/q1nwyydE=";
const sha384 = "sha384-MTp+MyKsZVwnazoKnmsnxEjFcHsbDiADe0Krd2G6JRYvdlnU/+Hq/ZlmIEwbQftz";
const sha512 =
  "sha512-6vLBJ0LLjBYby9hLAyubuYmZojKCVCZyygHMbt0mj33OmYetayvHkwVjT4nZC5AQK81ZpX5xNbjjzrk8BZcRew==";
const wrong256 = `sha256-${"A".repeat(43)}=`;
const wrong384 = `sha384-${"A".repeat(64)}`;
const wrong512 = `sha512-${"A".repeat(86)}==`;

const text = async (integrity, parameters) =>
  (await fetch(server.url("respond", { body: "text", ...parameters }), { integrity })).text();

for (const [label, integrity, id] of [
  ["sha256", sha256, "integrity-match"],
  ["sha384", sha384, "integrity-match"],
  ["sha512", sha512, "integrity-match"],
  ["an algorithm in upper case", sha256.replace("sha256", "SHA256"), "integrity-algorithm-case"],
  ["options", `${sha256}?a=b`, "integrity-options"],
  ["one match among several of an algorithm", `${wrong256} ${sha256}`, "integrity-any"],
  ["white space around", `  ${sha256}\t`, "integrity-match"],
  ["a weaker digest that does not match", `${wrong256} ${sha384}`, "integrity-strongest"],
  [
    "two weaker digests that do not match",
    `${wrong256} ${wrong384} ${sha512}`,
    "integrity-strongest",
  ],
  ["an unknown algorithm alone", "md9-AAAA", "integrity-unknown"],
  ["an unknown algorithm and a match", `md9-AAAA ${sha256}`, "integrity-unknown"],
  ["nothing", "", "integrity-none"],
  ["white space alone", "  ", "integrity-none"],
]) {
  promise_test(
    async () => {
      assert_equals(await text(integrity), "text");
    },
    `metadata with ${label} lets the response through`,
    { requirements: [id] },
  );
}

for (const [label, integrity, id] of [
  ["sha256 of something else", wrong256, "integrity-mismatch"],
  ["sha384 of something else", wrong384, "integrity-mismatch"],
  ["sha512 of something else", wrong512, "integrity-mismatch"],
  ["a weaker digest that matches", `${sha256} ${wrong384}`, "integrity-strongest"],
  ["the strongest digest wrong", `${sha256} ${sha384} ${wrong512}`, "integrity-strongest"],
  ["an unknown algorithm and no match", `md9-AAAA ${wrong256}`, "integrity-mismatch"],
  ["options behind a wrong digest", `${wrong256}?a=b`, "integrity-options"],
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, text(integrity));
    },
    `metadata with ${label} makes fetch() reject with a TypeError`,
    { requirements: [id] },
  );
}

promise_test(
  async (t) => {
    // Main fetch: the body is read as a whole before the response is given.
    const url = server.url("stream", { chunk: ["te", "xt"], delay: 5 });
    assert_equals(await (await fetch(url, { integrity: sha256 })).text(), "text");
    await promise_rejects_js(t, TypeError, fetch(url, { integrity: wrong256 }));
  },
  "a body that comes in parts is checked as a whole",
  { requirements: ["integrity-match", "integrity-mismatch"] },
);

promise_test(
  async () => {
    const url = server.url("redirect", { location: "respond?body=text" });
    assert_equals(await (await fetch(url, { integrity: sha256 })).text(), "text");
  },
  "behind a redirect the last response is checked",
  { requirements: ["integrity-redirect"] },
);

promise_test(
  async (t) => {
    const url = server.url("redirect", { location: "respond?body=text" });
    await promise_rejects_js(t, TypeError, fetch(url, { integrity: wrong256 }));
  },
  "behind a redirect a last response that does not match makes fetch() reject with a TypeError",
  { requirements: ["integrity-redirect"] },
);

promise_test(
  async () => {
    const request = new Request(server.url("respond", { body: "text" }), { integrity: sha256 });
    assert_equals(await (await fetch(request)).text(), "text");
  },
  "the metadata of a request counts",
  { requirements: ["integrity-match"] },
);

promise_test(
  async (t) => {
    const request = new Request(server.url("respond", { body: "text" }), { integrity: sha256 });
    await promise_rejects_js(t, TypeError, fetch(request, { integrity: wrong256 }));
  },
  "the metadata of init wins over that of a request",
  { requirements: ["fetch-init"] },
);

promise_test(
  async () => {
    assert_equals(await text(sha256, { status: 404 }), "text");
  },
  "an error of the server is checked like any response",
  { requirements: ["integrity-match"] },
);

promise_test(
  async (t) => {
    // "If request's integrity metadata is not the empty string": a response without a body runs
    // processBodyError too.
    const url = server.url("respond", { body: "text" });
    await promise_rejects_js(t, TypeError, fetch(url, { method: "HEAD", integrity: wrong256 }));
  },
  "a response without a body does not match",
  { requirements: ["integrity-no-body"] },
);

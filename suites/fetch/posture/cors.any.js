// META: title=Posture: other origins
// META: spec=https://fetch.spec.whatwg.org/#http-cors-protocol
// META: spec=https://fetch.spec.whatwg.org/#concept-filtered-response
// META: script=../resources/server.sub.js
"use strict";

// A browser asks other origins for permission, and hides from a page what they don't let it see.
// Servers have no origin of their own: to them every response is one of theirs.
const closed = (parameters = {}) =>
  server.url("respond", { body: "text", ...parameters }, server.other);
const outcome = (url, init) =>
  fetch(url, init).then(
    (response) => ({ response }),
    (error) => ({ error }),
  );

promise_test(
  async () => {
    const { error } = await outcome(closed());
    assert_implements_optional(error !== undefined, "servers ask nobody");
    assert_true(error instanceof TypeError);
  },
  "browsers reject a response of another origin that does not allow them to read it",
  { requirements: ["posture-cors"] },
);

promise_test(
  async () => {
    const { response } = await outcome(closed());
    assert_implements_optional(response !== undefined, "browsers ask for permission");
    assert_equals(response.status, 200);
    assert_equals(await response.text(), "text");
  },
  "servers read a response of another origin",
  { requirements: ["posture-cors"] },
);

promise_test(
  async () => {
    const { type } = await fetch(server.otherUrl("respond"));
    assert_implements_optional(type !== "basic" && type !== "default", "to servers it is theirs");
    assert_equals(type, "cors");
  },
  "browsers call a response of another origin cors",
  { requirements: ["posture-response-type"] },
);

promise_test(
  async () => {
    const { headers } = await fetch(server.otherUrl("respond", { header: "X-One:1" }));
    assert_implements_optional(!headers.has("x-one"), "servers show all headers");
    assert_false([...headers.keys()].includes("x-one"));
  },
  "browsers hide headers of another origin that are not exposed",
  { requirements: ["posture-exposed"] },
);

promise_test(
  async () => {
    const { headers } = await fetch(server.otherUrl("respond", { header: "X-One:1" }));
    assert_implements_optional(headers.has("x-one"), "browsers hide what is not exposed");
    assert_equals(headers.get("x-one"), "1");
  },
  "servers show all headers of another origin",
  { requirements: ["posture-exposed"] },
);

promise_test(
  async () => {
    const { response } = await outcome(closed(), { mode: "no-cors" });
    assert_implements_optional(response?.type === "opaque", "servers show the response");
    assert_equals(response.status, 0);
    assert_equals(response.statusText, "");
    assert_equals(response.url, "");
    assert_equals(response.body, null);
    assert_equals([...response.headers].length, 0);
  },
  "browsers give an opaque response for mode no-cors",
  { requirements: ["posture-opaque"] },
);

promise_test(
  async () => {
    const { error } = await outcome(closed(), { mode: "same-origin" });
    assert_implements_optional(error !== undefined, "servers have no origin to compare with");
    assert_true(error instanceof TypeError);
  },
  "browsers reject another origin for mode same-origin",
  { requirements: ["posture-same-origin"] },
);

for (const [label, init] of [
  ["a method", { method: "PUT" }],
  ["a header", { headers: { "X-One": "1" } }],
  [
    "a type of body",
    { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } },
  ],
]) {
  promise_test(
    async () => {
      const { error } = await outcome(closed(), init);
      assert_implements_optional(error !== undefined, "servers ask nobody");
      assert_true(error instanceof TypeError);
    },
    `browsers ask another origin before they send ${label} of their own`,
    { requirements: ["posture-preflight"] },
  );

  promise_test(
    async () => {
      const { response } = await outcome(closed(), init);
      assert_implements_optional(response !== undefined, "browsers ask first");
      assert_equals(await response.text(), "text");
    },
    `servers send ${label} of their own to another origin at once`,
    { requirements: ["posture-preflight"] },
  );
}

promise_test(
  async () => {
    const location = server.other.replace("//", "//user:secret@");
    const { error } = await outcome(
      server.url("redirect", { location: `${location}/_server/respond?cors=1` }),
    );
    assert_implements_optional(error !== undefined, "servers have no origin to compare with");
    assert_true(error instanceof TypeError);
  },
  "browsers reject a redirect to another origin with credentials in its URL",
  { requirements: ["posture-redirect-credentials"] },
);

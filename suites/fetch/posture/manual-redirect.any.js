// META: title=Posture: redirects in mode manual
// META: spec=https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect
// META: script=../resources/server.sub.js
"use strict";

// A browser follows such a redirect later, and shows nothing of it. A server has nobody who would:
// its programs look at the status and Location themselves.
for (const status of [301, 302, 303, 307, 308]) {
  const get = () =>
    fetch(server.url("redirect", { status, location: "respond", body: "text" }), {
      redirect: "manual",
    });

  promise_test(
    async () => {
      const response = await get();
      assert_implements_optional(response.type === "opaqueredirect", "servers show the redirect");
      assert_implements_optional(response.status === 0, "servers show the redirect");
      assert_false(response.ok);
      assert_equals(response.statusText, "");
      assert_equals(response.body, null);
      assert_equals([...response.headers].length, 0);
      assert_false(response.redirected);
    },
    `browsers hide a redirect with ${status}`,
    { requirements: ["posture-opaque-redirect"] },
  );

  promise_test(
    async () => {
      const response = await get();
      assert_implements_optional(response.status !== 0, "browsers hide the redirect");
      assert_equals(response.status, status);
      assert_equals(response.headers.get("location"), "respond");
      assert_equals(await response.text(), "text");
      assert_false(response.redirected);
    },
    `servers show a redirect with ${status}`,
    { requirements: ["posture-manual-redirect"] },
  );
}

promise_test(
  async () => {
    const url = server.url("redirect", { location: "respond" });
    const response = await fetch(url, { redirect: "manual" });
    assert_equals(response.url, url);
  },
  "the URL is that of the request in both",
  { requirements: ["manual-redirect-url"] },
);

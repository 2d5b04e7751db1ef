// META: title=fetch(): schemes that cannot be fetched
// META: spec=https://fetch.spec.whatwg.org/#concept-main-fetch
// META: spec=https://fetch.spec.whatwg.org/#concept-scheme-fetch
"use strict";

for (const url of [
  "x-unknown:opaque",
  "x-unknown://host.example/",
  "ftp://host.example/file",
  "ws://host.example/",
  "wss://host.example/",
  "mailto:user@host.example",
  "tel:5550100",
  "urn:x:y",
  "javascript:1",
  "httpx://host.example/",
  "about:config",
  "about:unknown",
]) {
  promise_test(
    async (t) => {
      await promise_rejects_js(t, TypeError, fetch(url));
    },
    `${url} makes fetch() reject with a TypeError`,
    { requirements: ["scheme-unknown"] },
  );
}

promise_test(
  async (t) => {
    // Main fetch runs scheme fetch for a same-origin URL only. The origin of about:blank is opaque,
    // so it falls to the case of "cors" mode and a scheme that is not HTTP(S): a network error.
    await promise_rejects_js(t, TypeError, fetch("about:blank"));
  },
  "about:blank makes fetch() reject with a TypeError",
  { requirements: ["scheme-about"] },
);

promise_test(
  async (t) => {
    const init = { method: "POST", body: "text" };
    await promise_rejects_js(t, TypeError, fetch("x-unknown:opaque", init));
  },
  "an unknown scheme rejects with a body too",
  { requirements: ["scheme-unknown"] },
);

promise_test(
  async (t) => {
    const request = new Request("x-unknown:opaque");
    assert_equals(request.url, "x-unknown:opaque");
    await promise_rejects_js(t, TypeError, fetch(request));
  },
  "a request of an unknown scheme can be constructed, but not fetched",
  { requirements: ["scheme-unknown"] },
);

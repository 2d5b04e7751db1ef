// META: title=fetch(): following redirects
// META: spec=https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
// META: spec=https://fetch.spec.whatwg.org/#concept-response-location-url
// META: script=../resources/server.sub.js
"use strict";

const statuses = [301, 302, 303, 307, 308];
const redirect = (parameters) => server.url("redirect", parameters);

for (const status of statuses) {
  promise_test(
    async () => {
      const response = await fetch(redirect({ status, location: "respond?body=end" }));
      assert_equals(response.status, 200);
      assert_true(response.redirected);
      assert_equals(response.url, `${server.origin}/_server/respond?body=end`);
      assert_equals(await response.text(), "end");
    },
    `${status} is followed`,
    { requirements: ["redirect-followed"] },
  );

  promise_test(
    async (t) => {
      const url = redirect({ status, location: "respond" });
      await promise_rejects_js(t, TypeError, fetch(url, { redirect: "error" }));
    },
    `with mode error, ${status} makes fetch() reject with a TypeError`,
    { requirements: ["redirect-error"] },
  );

  promise_test(
    async () => {
      const response = await fetch(redirect({ status, body: "text" }));
      assert_equals(response.status, status);
      assert_false(response.redirected);
      assert_equals(await response.text(), "text");
    },
    `${status} without Location is the response`,
    { requirements: ["redirect-no-location"] },
  );

  promise_test(
    async () => {
      const response = await fetch(redirect({ status, body: "x", location: "respond?body=end" }));
      assert_equals(await response.text(), "end");
    },
    `a body beside ${status} is left out`,
    { requirements: ["redirect-followed"] },
  );

  promise_test(
    async (t) => {
      const url = redirect({ status, location: "http://[" });
      await promise_rejects_js(t, TypeError, fetch(url));
    },
    `${status} with a Location that is no URL makes fetch() reject with a TypeError`,
    { requirements: ["redirect-location-invalid"] },
  );
}

for (const status of [200, 201, 300, 304, 305, 306, 400, 404, 500]) {
  promise_test(
    async () => {
      const response = await fetch(redirect({ status, location: "respond?body=end" }));
      assert_equals(response.status, status);
      assert_false(response.redirected);
    },
    `${status} with Location is not followed`,
    { requirements: ["redirect-other-status"] },
  );
}

for (const mode of ["follow", "error", "manual"]) {
  promise_test(
    async () => {
      const response = await fetch(server.url("respond", { body: "text" }), { redirect: mode });
      assert_equals(response.status, 200);
      assert_false(response.redirected);
      assert_equals(await response.text(), "text");
    },
    `mode ${mode} makes no difference where nothing redirects`,
    { requirements: ["redirect-mode-unused"] },
  );
}

const count = ["redirect-count"];

for (const number of [1, 5, 20]) {
  promise_test(
    async () => {
      const response = await fetch(redirect({ count: number - 1, location: "respond?body=end" }));
      assert_true(response.redirected);
      assert_equals(await response.text(), "end");
    },
    `${number} redirects are followed`,
    { requirements: count },
  );
}

for (const number of [21, 30]) {
  promise_test(
    async (t) => {
      // "If request's redirect count is 20, then return a network error."
      const url = redirect({ count: number - 1, location: "respond" });
      await promise_rejects_js(t, TypeError, fetch(url));
    },
    `${number} redirects make fetch() reject with a TypeError`,
    { requirements: count },
  );
}

promise_test(
  async () => {
    const token = server.token();
    await fetch(redirect({ count: 19, location: `echo?token=${token}`, token }));
    const log = await server.log(token, 21);
    assert_equals(log.length, 21);
  },
  "each redirect is asked for once",
  { requirements: count },
);

promise_test(
  async (t) => {
    const token = server.token();
    const url = redirect({ count: 30, location: "respond", token });
    await promise_rejects_js(t, TypeError, fetch(url));
    assert_equals((await server.log(token, 21)).length, 21);
  },
  "after 20 redirects no other request is sent",
  { requirements: count },
);

// Where a Location leads to, from /_server/redirect.
const base = `${server.origin}/_server`;
for (const [label, location, expected] of [
  ["a relative path", "echo", `${base}/echo`],
  ["a path from the root", "/_server/echo", `${base}/echo`],
  ["dots", "../_server/./x/../echo", `${base}/echo`],
  ["a URL", `${base}/echo`, `${base}/echo`],
  ["a URL without scheme", `${base}/echo`.slice("http:".length), `${base}/echo`],
  ["a scheme in upper case", `HTTP${base.slice("http".length)}/echo`, `${base}/echo`],
  ["a query", "echo?a=b%20c", `${base}/echo?a=b%20c`],
  ["spaces inside", "echo?a b", `${base}/echo?a%20b`],
  ["a fragment", "echo?a#part", `${base}/echo?a`],
  ["white space around", "  echo?a\t ", `${base}/echo?a`],
  ["backslashes", "\\_server\\echo", `${base}/echo`],
]) {
  promise_test(
    async () => {
      const response = await fetch(redirect({ location }));
      assert_equals(response.url, expected);
      assert_equals((await Arrived.from(response)).target, expected.slice(server.origin.length));
    },
    `Location with ${label} is parsed against the URL of the request`,
    { requirements: ["redirect-location-parsed"] },
  );
}

promise_test(
  async () => {
    // Location URL: the value is decoded, and the URL parser percent-encodes what is beyond ASCII.
    const response = await fetch(redirect({ location: "echo?\u00c3\u00a9" }));
    const { target } = await Arrived.from(response);
    assert_equals(target, "/_server/echo?%C3%A9");
  },
  "a Location of UTF-8 bytes is percent-encoded as these bytes",
  { requirements: ["redirect-location-bytes"] },
);

promise_test(
  async () => {
    const url = `${redirect({ location: "respond?body=end" })}#part`;
    const response = await fetch(url);
    assert_equals(await response.text(), "end");
    assert_equals(response.url, `${base}/respond?body=end`);
  },
  "a fragment of the request does not show in the URL of the response",
  { requirements: ["response-url"] },
);

for (const location of [
  "data:,text",
  "about:blank",
  "blob:null/00000000-0000-4000-8000-000000000000",
  "ftp://host.example/",
  "file:///",
  "x-unknown:opaque",
  "javascript:1",
  "ws://host.example/",
  "mailto:user@host.example",
]) {
  promise_test(
    async (t) => {
      // "If locationURL's scheme is not an HTTP(S) scheme, then return a network error."
      await promise_rejects_js(t, TypeError, fetch(redirect({ location })));
    },
    `a redirect to ${location} makes fetch() reject with a TypeError`,
    { requirements: ["redirect-scheme"] },
  );
}

for (const port of [1, 25, 6667]) {
  promise_test(
    async (t) => {
      const url = redirect({ location: `http://255.255.255.255:${port}/` });
      await promise_rejects_js(t, TypeError, fetch(url));
    },
    `a redirect to port ${port} makes fetch() reject with a TypeError`,
    { requirements: ["redirect-port"] },
  );
}

promise_test(
  async () => {
    const last = server.url("respond", { body: "end" });
    const middle = redirect({ status: 307, location: last });
    const response = await fetch(redirect({ status: 301, location: middle }));
    assert_equals(await response.text(), "end");
    assert_equals(response.url, last);
  },
  "redirects of different statuses follow each other",
  { requirements: ["redirect-followed"] },
);

promise_test(
  async () => {
    const last = server.otherUrl("respond", { body: "end" });
    const response = await fetch(redirect({ location: last }));
    assert_equals(await response.text(), "end");
    assert_equals(response.url, last);
    assert_true(response.redirected);
  },
  "a redirect to another origin is followed",
  { requirements: ["redirect-cross-origin"] },
);

promise_test(
  async () => {
    const response = await fetch(redirect({ location: "respond?status=404&body=none" }));
    assert_equals(response.status, 404);
    assert_true(response.redirected);
    assert_equals(await response.text(), "none");
  },
  "a redirect may end with an error of the server",
  { requirements: ["redirect-followed"] },
);

promise_test(
  async () => {
    const response = await fetch(
      redirect({ location: "respond?header=X-Last:1", header: "X-First:1" }),
    );
    assert_equals(response.headers.get("x-first"), null);
    assert_equals(response.headers.get("x-last"), "1");
  },
  "the headers are those of the last response",
  { requirements: ["redirect-followed"] },
);

promise_test(
  async () => {
    const request = new Request(redirect({ location: "respond" }));
    const response = await fetch(request);
    assert_equals(request.url, redirect({ location: "respond" }));
    assert_equals(response.url, `${base}/respond`);
  },
  "the URL of a request stays as it was",
  { requirements: ["redirect-request-url"] },
);

promise_test(
  async () => {
    const copy = (await fetch(redirect({ location: "respond" }))).clone();
    assert_true(copy.redirected);
    assert_equals(copy.url, `${base}/respond`);
  },
  "the clone of a redirected response is redirected too",
  { requirements: ["response-clone-copy"] },
);

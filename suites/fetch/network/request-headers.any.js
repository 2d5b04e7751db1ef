// META: title=fetch(): headers that are sent
// META: spec=https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
// META: spec=https://fetch.spec.whatwg.org/#concept-header-list-get
// META: script=../resources/server.sub.js
"use strict";

const headersSent = ["request-headers-sent"];

for (const [label, headers, name, expected] of [
  ["a header", { "X-One": "1" }, "x-one", "1"],
  ["a header whose name is in lower case", { "x-lower": "1" }, "x-lower", "1"],
  ["an empty value", { "X-Empty": "" }, "x-empty", ""],
  ["a value with commas and quotes", { "X-List": 'a, "b", c;d=e' }, "x-list", 'a, "b", c;d=e'],
  ["a value with tabs and spaces inside", { "X-Space": "a \t b" }, "x-space", "a \t b"],
  ["a value with bytes above 0x7F", { "X-Bytes": "\u00e9\u00ff" }, "x-bytes", "\u00e9\u00ff"],
  ["a name of all kinds of characters", { "!#$%&'*+-.^_`|~9aZ": "1" }, "!#$%&'*+-.^_`|~9az", "1"],
  ["a long value", { "X-Long": "x".repeat(4000) }, "x-long", "x".repeat(4000)],
  ["Accept", { Accept: "text/css" }, "accept", "text/css"],
  ["Accept-Language", { "Accept-Language": "de" }, "accept-language", "de"],
  ["Authorization", { Authorization: "Bearer x" }, "authorization", "Bearer x"],
  ["Content-Type without a body", { "Content-Type": "text/css" }, "content-type", "text/css"],
  ["Range", { Range: "bytes=0-4" }, "range", "bytes=0-4"],
]) {
  promise_test(
    async () => {
      assert_equals((await server.echo({ headers })).header(name), expected);
    },
    `${label} arrives`,
    { requirements: headersSent },
  );
}

for (const [label, value, expected] of [
  ["spaces", "  a  ", "a"],
  ["tabs", "\ta\t", "a"],
  ["line breaks", "\r\na\r\n", "a"],
]) {
  promise_test(
    async () => {
      assert_equals((await server.echo({ headers: { "X-One": value } })).header("x-one"), expected);
    },
    `${label} around a value are not sent`,
    { requirements: ["header-value-normalize"] },
  );
}

promise_test(
  async () => {
    const headers = [
      ["X-One", "1"],
      ["x-one", "2"],
      ["X-ONE", "3"],
    ];
    assert_equals((await server.echo({ headers })).header("x-one"), "1, 2, 3");
  },
  "several values of a name arrive in order",
  { requirements: ["request-headers-combined"] },
);

promise_test(
  async () => {
    const headers = new Headers();
    for (let i = 0; i < 60; i += 1) headers.append(`x-${i}`, String(i));
    const arrived = await server.echo({ headers });
    for (let i = 0; i < 60; i += 1) assert_equals(arrived.header(`x-${i}`), String(i));
  },
  "many headers arrive",
  { requirements: headersSent },
);

promise_test(
  async () => {
    const request = new Request(server.url("echo"), { headers: { "X-Old": "1" } });
    const arrived = await Arrived.from(await fetch(request, { headers: { "X-New": "2" } }));
    assert_equals(arrived.header("x-old"), null);
    assert_equals(arrived.header("x-new"), "2");
  },
  "headers of init arrive in place of those of a request",
  { requirements: ["request-init-headers"] },
);

promise_test(
  async () => {
    const request = new Request(server.url("echo"));
    request.headers.set("X-Later", "1");
    assert_equals((await Arrived.from(await fetch(request))).header("x-later"), "1");
  },
  "a header that was set on a request arrives",
  { requirements: headersSent },
);

promise_test(
  async () => {
    // Fetch method: "If request's header list does not contain `Accept`", then a value is appended:
    // `*/*` for a request without destination.
    assert_equals((await server.echo({})).header("accept"), "*/*");
  },
  "Accept is */* where nothing else was set",
  { requirements: ["accept-default"] },
);

promise_test(
  async () => {
    assert_equals((await server.echo({ headers: { Accept: "" } })).header("accept"), "");
  },
  "an empty Accept is not replaced",
  { requirements: ["accept-default"] },
);

promise_test(
  async () => {
    const agent = (await server.echo({})).header("user-agent");
    assert_not_equals(agent, null);
    assert_not_equals(agent, "");
  },
  "User-Agent is sent",
  { requirements: ["user-agent-default"] },
);

promise_test(
  async () => {
    const headers = { "User-Agent": "own/1" };
    assert_equals((await server.echo({ headers })).header("user-agent"), "own/1");
  },
  "a User-Agent that was set is sent",
  { requirements: ["user-agent-set"] },
);

promise_test(
  async () => {
    const host = server.origin.slice("http://".length);
    assert_equals((await server.echo({})).header("host"), host);
  },
  "Host is host and port of the URL",
  { requirements: ["host-sent"] },
);

promise_test(
  async () => {
    // HTTP-network-or-cache fetch: "Let contentLengthHeaderValue be null", which stays so for a GET.
    const arrived = await server.echo({});
    assert_equals(arrived.header("content-length"), null);
    assert_equals(arrived.header("transfer-encoding"), null);
    assert_equals(arrived.header("content-type"), null);
  },
  "GET has no Content-Length, Transfer-Encoding or Content-Type",
  { requirements: ["content-length-none"] },
);

for (const method of ["POST", "PUT"]) {
  promise_test(
    async () => {
      assert_equals((await server.echo({ method })).header("content-length"), "0");
    },
    `${method} without a body has Content-Length 0`,
    { requirements: ["content-length-zero"] },
  );
}

promise_test(
  async () => {
    const arrived = await server.echo({ method: "POST", body: "" });
    assert_equals(arrived.header("content-length"), "0");
    assert_equals(arrived.header("content-type"), "text/plain;charset=UTF-8");
  },
  "an empty body has Content-Length 0 and its Content-Type",
  { requirements: ["content-length-sent"] },
);

promise_test(
  async () => {
    const arrived = await server.echo({ method: "POST", body: "\u00e9\u{1f600}" });
    assert_equals(arrived.header("content-length"), "6");
  },
  "Content-Length counts bytes",
  { requirements: ["content-length-sent"] },
);

promise_test(
  async () => {
    // "If httpRequest's header list contains `Range`, then append (`Accept-Encoding`, `identity`)".
    const arrived = await server.echo({ headers: { Range: "bytes=0-" } });
    assert_equals(arrived.header("accept-encoding"), "identity");
  },
  "with Range, Accept-Encoding is identity",
  { requirements: ["range-identity"] },
);

for (const cache of ["no-store", "reload"]) {
  promise_test(
    async () => {
      // "If httpRequest's cache mode is `no-store` or `reload`" both headers are appended.
      const arrived = await server.echo({ cache });
      assert_equals(arrived.header("pragma"), "no-cache");
      assert_equals(arrived.header("cache-control"), "no-cache");
    },
    `cache mode ${cache} sends Pragma and Cache-Control: no-cache`,
    { requirements: ["cache-no-store-headers"] },
  );
}

promise_test(
  async () => {
    // "If httpRequest's cache mode is `no-cache` [...] append (`Cache-Control`, `max-age=0`)".
    const arrived = await server.echo({ cache: "no-cache" });
    assert_equals(arrived.header("cache-control"), "max-age=0");
    assert_equals(arrived.header("pragma"), null);
  },
  "cache mode no-cache sends Cache-Control: max-age=0",
  { requirements: ["cache-no-cache-headers"] },
);

for (const cache of ["no-store", "reload", "no-cache"]) {
  promise_test(
    async () => {
      const headers = { "Cache-Control": "x-own" };
      const arrived = await server.echo({ cache, headers });
      assert_equals(arrived.header("cache-control"), "x-own");
    },
    `cache mode ${cache} leaves a Cache-Control that was set alone`,
    { requirements: ["cache-header-kept"] },
  );
}

for (const cache of ["default", "force-cache"]) {
  promise_test(
    async () => {
      const arrived = await server.echo({ cache });
      assert_equals(arrived.header("pragma"), null);
      assert_equals(arrived.header("cache-control"), null);
    },
    `cache mode ${cache} sends neither Pragma nor Cache-Control`,
    { requirements: ["cache-default-headers"] },
  );
}

for (const name of [
  "If-Modified-Since",
  "If-None-Match",
  "If-Unmodified-Since",
  "If-Match",
  "If-Range",
]) {
  promise_test(
    async () => {
      // HTTP-network-or-cache fetch: "If httpRequest's cache mode is `default` and httpRequest's
      // header list contains" one of these, "then set httpRequest's cache mode to `no-store`", which
      // appends `Cache-Control: no-cache`.
      const arrived = await server.echo({ headers: { [name]: '"x"' } });
      assert_equals(arrived.header(name), '"x"');
      assert_equals(arrived.header("cache-control"), "no-cache");
    },
    `${name} arrives and turns the cache off`,
    { requirements: ["cache-condition"] },
  );
}

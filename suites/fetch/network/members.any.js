// META: title=fetch(): members of init that servers see little of
// META: spec=https://fetch.spec.whatwg.org/#requestinit
// META: spec=https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
// META: script=../resources/body.js
// META: script=../resources/server.sub.js
"use strict";

for (const [name, values] of Object.entries({
  mode: ["cors", "same-origin"],
  credentials: ["omit", "same-origin", "include"],
  cache: ["default", "no-store", "reload", "no-cache", "force-cache"],
  redirect: ["follow", "error", "manual"],
  referrerPolicy: ["", "no-referrer", "origin", "same-origin", "strict-origin", "unsafe-url"],
  keepalive: [true, false],
  priority: ["high", "low", "auto"],
  duplex: ["half"],
  integrity: [""],
  window: [null],
  signal: [null],
})) {
  for (const value of values) {
    promise_test(
      async () => {
        const url = server.url("respond", { body: "text" });
        assert_equals(await (await fetch(url, { [name]: value })).text(), "text");
      },
      `${name} may be ${format_value(value)}`,
      { requirements: [`member-${name.toLowerCase()}`] },
    );
  }
}

promise_test(
  async () => {
    const init = { method: "POST", body: "text", keepalive: true };
    assert_equals((await server.echo(init)).body, "text");
  },
  "keepalive with a body is sent",
  { requirements: ["member-keepalive"] },
);

promise_test(
  async (t) => {
    // "If contentLength + inflightKeepaliveBytes is greater than 64 kibibytes, return a network
    // error."
    const init = { method: "POST", body: "x".repeat(65537), keepalive: true };
    await promise_rejects_js(t, TypeError, fetch(server.url("echo"), init));
  },
  "keepalive with more than 64 kibibytes makes fetch() reject with a TypeError",
  { requirements: ["keepalive-limit"] },
);

promise_test(
  async (t) => {
    const init = { method: "POST", body: streamOf(utf8("x")), duplex: "half", keepalive: true };
    await promise_rejects_js(t, TypeError, fetch(server.url("echo"), init));
  },
  "keepalive with a stream makes fetch() reject with a TypeError",
  { requirements: ["stream-keepalive"] },
);

for (const [label, init] of [
  ["an empty referrer", { referrer: "" }],
  ["referrer policy no-referrer", { referrerPolicy: "no-referrer" }],
]) {
  promise_test(
    async () => {
      assert_equals((await server.echo(init)).header("referer"), null);
    },
    `with ${label} no Referer is sent`,
    { requirements: ["referrer-none"] },
  );
}

for (const credentials of ["omit", "same-origin"]) {
  promise_test(
    async () => {
      const arrived = await Arrived.from(await fetch(server.otherUrl("echo"), { credentials }));
      assert_equals(arrived.header("cookie"), null);
      assert_equals(arrived.header("authorization"), null);
    },
    `with credentials ${credentials} another origin gets neither Cookie nor Authorization`,
    { requirements: ["credentials-none"] },
  );
}

for (const cache of ["no-store", "reload", "no-cache"]) {
  promise_test(
    async () => {
      const token = server.token();
      const header = "Cache-Control:max-age=1000";
      const url = server.url("respond", { body: "text", header, token });
      await (await fetch(url)).text();
      await (await fetch(url, { cache })).text();
      assert_equals((await server.log(token, 2)).length, 2);
    },
    `cache mode ${cache} asks the server, whatever was kept`,
    { requirements: ["cache-not-used"] },
  );
}

promise_test(
  async () => {
    const token = server.token();
    const header = "Cache-Control:no-store";
    const url = server.url("respond", { body: "text", header, token });
    await (await fetch(url)).text();
    await (await fetch(url)).text();
    assert_equals((await server.log(token, 2)).length, 2);
  },
  "a response that must not be kept is asked for again",
  { requirements: ["cache-no-store-response"] },
);

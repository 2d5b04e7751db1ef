// META: title=Posture: headers that only one side sets
// META: spec=https://fetch.spec.whatwg.org/#forbidden-request-header
// META: spec=https://fetch.spec.whatwg.org/#forbidden-response-header-name
// META: script=../resources/server.sub.js
"use strict";

// A browser keeps pages from headers that are its own. Servers have no such pages, and let their
// programs set what they like. Each behaviour has a subtest, which a runtime of the other posture
// lacks the precondition of: nothing here is a failure, unless a header is neither kept back nor
// sent as it was set.
const forbidden = {
  "Accept-Charset": "utf-8",
  "Access-Control-Request-Headers": "x-one",
  "Access-Control-Request-Method": "PUT",
  Cookie: "a=1",
  Cookie2: "a=1",
  Date: "Thu, 01 Jan 1970 00:00:00 GMT",
  DNT: "1",
  Origin: "http://set.example",
  Referer: "http://set.example/",
  "Set-Cookie": "a=1",
  TE: "trailers",
  Trailer: "X-One",
  Via: "1.1 set.example",
  "Proxy-One": "1",
  "Sec-One": "1",
  "Sec-Fetch-Mode": "own",
};

for (const [name, value] of Object.entries(forbidden)) {
  promise_test(
    async () => {
      const { headers } = new Request(server.url("echo"), { headers: { [name]: value } });
      assert_implements_optional(!headers.has(name), "servers let programs set it");
      headers.set(name, value);
      headers.append(name, value);
      assert_false(headers.has(name));
      const arrived = await server.echo({ headers: { [name]: value } });
      assert_not_equals(arrived.header(name), value);
    },
    `browsers keep ${name} back`,
    { requirements: ["forbidden-headers"] },
  );

  promise_test(
    async () => {
      const { headers } = new Request(server.url("echo"), { headers: { [name]: value } });
      assert_implements_optional(headers.has(name), "browsers keep it back");
      assert_equals(headers.get(name), value);
      const arrived = (await server.echo({ headers: { [name]: value } })).header(name);
      assert_implements_optional(arrived !== null, "it is kept back later");
      assert_equals(arrived, value);
    },
    `servers send ${name} as it was set`,
    { requirements: ["posture-headers"] },
  );
}

for (const [name, value] of [
  ["Sec-Fetch-Dest", "empty"],
  ["Sec-Fetch-Mode", "cors"],
  ["Sec-Fetch-Site", "same-origin"],
]) {
  promise_test(
    async () => {
      const arrived = (await server.echo({})).header(name);
      assert_implements_optional(arrived !== null, "servers have no site to tell of");
      assert_in_array(arrived, [value, "cross-site"]);
    },
    `browsers send ${name}`,
    { requirements: ["posture-metadata"] },
  );
}

promise_test(
  async () => {
    const arrived = (await server.echo({ method: "POST", body: "x" })).header("origin");
    assert_implements_optional(arrived !== null, "servers have no origin");
    assert_equals(arrived, server.origin);
  },
  "browsers send Origin with POST",
  { requirements: ["posture-origin"] },
);

promise_test(
  async () => {
    const arrived = (await server.echo({ method: "POST", body: "x" })).header("origin");
    assert_implements_optional(arrived === null, "browsers have an origin");
    const other = await Arrived.from(await fetch(server.otherUrl("echo")));
    assert_equals(other.header("origin"), null);
  },
  "servers send no Origin",
  { requirements: ["posture-origin"] },
);

promise_test(
  async () => {
    const arrived = (await server.echo({})).header("referer");
    assert_implements_optional(arrived !== null, "servers come from nowhere");
    assert_true(arrived.startsWith(server.origin), arrived);
  },
  "browsers send Referer",
  { requirements: ["posture-referer"] },
);

for (const [label, lines] of [
  ["one Set-Cookie header", ["Set-Cookie:posture-a=1; Max-Age=0"]],
  [
    "two Set-Cookie headers",
    ["Set-Cookie:posture-a=1; Max-Age=0", "Set-Cookie:posture-b=2; Max-Age=0"],
  ],
]) {
  const values = lines.map((line) => line.slice("Set-Cookie:".length));

  promise_test(
    async () => {
      const { headers } = await fetch(server.url("respond", { header: lines }));
      assert_implements_optional(!headers.has("set-cookie"), "servers show it");
      assert_array_equals(headers.getSetCookie(), []);
      assert_false([...headers.keys()].includes("set-cookie"));
    },
    `browsers hide ${label} of a response`,
    { requirements: ["forbidden-response-headers"] },
  );

  promise_test(
    async () => {
      const { headers } = await fetch(server.url("respond", { header: lines }));
      assert_implements_optional(headers.has("set-cookie"), "browsers hide it");
      assert_array_equals(headers.getSetCookie(), values);
      assert_equals(headers.get("set-cookie"), values.join(", "));
    },
    `servers show ${label} of a response`,
    { requirements: ["posture-set-cookie"] },
  );
}

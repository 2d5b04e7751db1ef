// META: title=fetch(): what a redirect does to method, headers and body
// META: spec=https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
// META: script=../resources/server.sub.js
"use strict";

const through = async (status, init, location = "echo") =>
  Arrived.from(await fetch(server.url("redirect", { status, location }), init));

// Step "if one of the following is true": 301 and 302 turn POST into GET, 303 turns all but GET and
// HEAD into it.
const expectedMethod = (status, method) => {
  if (status === 303) return "GET";
  return status < 303 && method === "POST" ? "GET" : method;
};

for (const status of [301, 302, 303, 307, 308]) {
  for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CHICKEN"]) {
    const expected = expectedMethod(status, method);
    const id = expected === method ? "redirect-method-kept" : "redirect-method-get";
    promise_test(
      async () => {
        assert_equals((await through(status, { method })).method, expected);
      },
      `${method} is ${expected === method ? "kept" : "GET"} after ${status}`,
      { requirements: [id] },
    );

    if (method === "GET") continue;
    const kept = expected === method;
    promise_test(
      async () => {
        const arrived = await through(status, { method, body: "text" });
        assert_equals(arrived.body, kept ? "text" : "");
        assert_equals(arrived.header("content-type"), kept ? "text/plain;charset=UTF-8" : null);
        if (!kept) assert_equals(arrived.header("transfer-encoding"), null);
      },
      `the body of ${method} is ${kept ? "sent again" : "dropped"} after ${status}`,
      { requirements: [kept ? "redirect-body-kept" : "redirect-body-dropped"] },
    );
  }

  promise_test(
    async () => {
      const token = server.token();
      const url = server.url("redirect", { status, location: `echo?token=${token}` });
      const response = await fetch(url, { method: "HEAD" });
      assert_equals(response.status, 200);
      assert_equals((await server.log(token, 1))[0].method, "HEAD");
    },
    `HEAD is kept after ${status}`,
    { requirements: ["redirect-method-kept"] },
  );

  promise_test(
    async () => {
      const headers = { "X-One": "1", Authorization: "Bearer x", Accept: "text/css" };
      const arrived = await through(status, { headers });
      assert_equals(arrived.header("x-one"), "1");
      assert_equals(arrived.header("authorization"), "Bearer x");
      assert_equals(arrived.header("accept"), "text/css");
    },
    `headers are sent again after ${status}`,
    { requirements: ["redirect-headers-kept"] },
  );

  promise_test(
    async () => {
      const location = server.otherUrl("echo");
      const headers = { Authorization: "Bearer x", Accept: "text/css" };
      const arrived = await through(status, { headers }, location);
      assert_equals(arrived.header("authorization"), null);
      assert_equals(arrived.header("accept"), "text/css");
    },
    `Authorization is not sent to another origin after ${status}`,
    { requirements: ["redirect-authorization"] },
  );
}

for (const name of ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type"]) {
  for (const status of [302, 303]) {
    promise_test(
      async () => {
        // "For each headerName of request-body-header name, delete headerName".
        const init = { method: "POST", body: "x", headers: { [name]: "x/y" } };
        assert_equals((await through(status, init)).header(name), null);
      },
      `${name} goes with a body that is dropped after ${status}`,
      { requirements: ["redirect-body-headers"] },
    );
  }

  promise_test(
    async () => {
      const init = { method: "POST", body: "x", headers: { [name]: "x/y" } };
      assert_equals((await through(307, init)).header(name), "x/y");
    },
    `${name} stays with a body that is sent again after 307`,
    { requirements: ["redirect-headers-kept"] },
  );
}

for (const [label, makeBody, expected] of [
  ["a URLSearchParams", () => new URLSearchParams("a=1"), "a=1"],
  ["a Blob", () => new Blob(["blob"]), "blob"],
  ["an ArrayBuffer", () => new Uint8Array([65, 66]).buffer, "AB"],
  ["an empty string", () => "", ""],
]) {
  promise_test(
    async () => {
      const arrived = await through(308, { method: "POST", body: makeBody() });
      assert_equals(arrived.method, "POST");
      assert_equals(arrived.body, expected);
    },
    `a body of ${label} is sent again after 308`,
    { requirements: ["redirect-body-kept"] },
  );
}

promise_test(
  async () => {
    const form = new FormData();
    form.append("a", "1");
    const arrived = await through(307, { method: "POST", body: form });
    const headers = { "content-type": arrived.header("content-type") };
    assert_equals((await new Response(arrived.body, { headers }).formData()).get("a"), "1");
  },
  "a body of a FormData is sent again after 307",
  { requirements: ["redirect-body-kept"] },
);

promise_test(
  async () => {
    const token = server.token();
    const location = server.url("redirect", { status: 303, location: "echo", token });
    const arrived = await through(307, { method: "PUT", body: "text" }, location);
    const [middle] = await server.log(token, 1);
    assert_equals(middle.method, "PUT");
    assert_equals(middle.body, "text");
    assert_equals(arrived.method, "GET");
    assert_equals(arrived.body, "");
  },
  "a body is sent as often as redirects keep it",
  { requirements: ["redirect-body-kept", "redirect-body-dropped"] },
);

promise_test(
  async () => {
    const request = new Request(server.url("redirect", { status: 307, location: "echo" }), {
      method: "POST",
      body: "text",
    });
    const arrived = await Arrived.from(await fetch(request));
    assert_equals(arrived.body, "text");
    assert_equals(request.method, "POST");
  },
  "the body of a request is sent again after 307",
  { requirements: ["redirect-body-kept"] },
);

promise_test(
  async () => {
    const location = server.otherUrl("echo");
    const arrived = await through(307, { method: "POST", body: "text" }, location);
    assert_equals(arrived.method, "POST");
    assert_equals(arrived.body, "text");
  },
  "a body is sent to another origin after 307",
  { requirements: ["redirect-cross-origin"] },
);

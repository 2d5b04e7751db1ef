// META: title=fetch(): aborting at each stage
// META: timeout=long
// META: spec=https://fetch.spec.whatwg.org/#abort-fetch
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: script=../resources/body.js
// META: script=../resources/server.sub.js
"use strict";

const reasons = [
  ["an error", new Error("stop")],
  ["an object", { stop: true }],
  ["a string", "stop"],
  ["zero", 0],
  ["null", null],
];

// Waits until the server has the request, which it never answers.
async function silent(init) {
  const token = server.token();
  const controller = new AbortController();
  const promise = fetch(server.url("silent", { token }), { ...init, signal: controller.signal });
  promise.catch(() => {});
  assert_equals((await server.log(token, 1)).length, 1, "the request arrived");
  return { controller, promise, token };
}

for (const [label, reason] of reasons) {
  promise_test(
    async (t) => {
      const { controller, promise } = await silent();
      controller.abort(reason);
      await promise_rejects_exactly(t, reason, promise);
    },
    `aborting before the response rejects with the reason, ${label}`,
    { requirements: ["abort-waiting"] },
  );

  promise_test(
    async (t) => {
      const controller = new AbortController();
      const { signal } = controller;
      const response = await fetch(server.url("endless"), { signal });
      const promise = response.text();
      controller.abort(reason);
      await promise_rejects_exactly(t, reason, promise);
    },
    `aborting while the body is read rejects with the reason, ${label}`,
    { requirements: ["abort-reading"] },
  );

  promise_test(
    async (t) => {
      const controller = new AbortController();
      const { signal } = controller;
      const response = await fetch(server.url("endless"), { signal });
      controller.abort(reason);
      await promise_rejects_exactly(t, reason, response.text());
    },
    `a body that is read after aborting rejects with the reason, ${label}`,
    { requirements: ["abort-response-body"] },
  );
}

promise_test(
  async (t) => {
    const { controller, promise } = await silent();
    controller.abort();
    await promise_rejects_exactly(t, controller.signal.reason, promise);
    assert_equals(controller.signal.reason.name, "AbortError");
  },
  "aborting without a reason rejects with the AbortError of the signal",
  { requirements: ["abort-waiting"] },
);

promise_test(
  async (t) => {
    const { controller, promise } = await silent({ method: "POST", body: "text" });
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", promise);
  },
  "a request with a body is aborted while it waits",
  { requirements: ["abort-waiting"] },
);

promise_test(
  async () => {
    const signal = AbortSignal.timeout(30);
    const error = await fetch(server.url("silent"), { signal }).catch((e) => e);
    assert_equals(error, signal.reason);
    assert_equals(error.name, "TimeoutError");
  },
  "AbortSignal.timeout() rejects with its TimeoutError",
  { requirements: ["abort-timeout"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const request = new Request(server.url("endless"), { signal: controller.signal });
    const response = await fetch(request);
    const promise = response.text();
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", promise);
  },
  "the signal of a request aborts the body of its response",
  { requirements: ["abort-reading"] },
);

for (const method of ["arrayBuffer", "blob", "bytes", "json", "text"]) {
  promise_test(
    async (t) => {
      const controller = new AbortController();
      const response = await fetch(server.url("endless"), { signal: controller.signal });
      const promise = response[method]();
      controller.abort("stop");
      await promise_rejects_exactly(t, "stop", promise);
    },
    `${method}() rejects with the reason`,
    { requirements: ["abort-reading"] },
  );
}

promise_test(
  async (t) => {
    const controller = new AbortController();
    const header = "Content-Type:multipart/form-data; boundary=x";
    const url = server.url("endless", { header });
    const response = await fetch(url, { signal: controller.signal });
    const promise = response.formData();
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", promise);
  },
  "formData() rejects with the reason",
  { requirements: ["abort-reading"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const response = await fetch(server.url("endless"), { signal: controller.signal });
    const reader = response.body.getReader();
    assert_false((await reader.read()).done);
    controller.abort("stop");
    // What came before is in the queue no more once the stream is errored.
    await promise_rejects_exactly(t, "stop", reader.read());
    await promise_rejects_exactly(t, "stop", reader.closed);
  },
  "a reader of the body rejects with the reason",
  { requirements: ["abort-reader"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const response = await fetch(server.url("endless"), { signal: controller.signal });
    const copy = response.clone();
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", response.text());
    await promise_rejects_exactly(t, "stop", copy.text());
  },
  "both bodies of a cloned response reject with the reason",
  { requirements: ["abort-clone"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const response = await fetch(server.url("endless"), { signal: controller.signal });
    const errors = [];
    const sink = new WritableStream({
      abort(error) {
        errors.push(error);
      },
    });
    const promise = response.body.pipeTo(sink);
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", promise);
    assert_array_equals(errors, ["stop"]);
  },
  "a pipe from the body is aborted with the reason",
  { requirements: ["abort-reader"] },
);

promise_test(
  async () => {
    const token = server.token();
    const controller = new AbortController();
    await fetch(server.url("endless", { token }), { signal: controller.signal });
    controller.abort();
    assert_equals((await server.log(token, 1)).length, 1, "the server noticed");
  },
  "aborting ends the connection",
  { requirements: ["abort-connection"] },
);

promise_test(
  async (t) => {
    const { controller, promise, token } = await silent();
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", promise);
    assert_array_equals(
      await server.log(token, 2),
      ["waiting", "ended"],
      "what the server noticed",
    );
  },
  "aborting before the response ends the connection",
  { requirements: ["abort-connection"] },
);

promise_test(
  async () => {
    const token = server.token();
    const response = await fetch(server.url("endless", { token }));
    const reader = response.body.getReader();
    await reader.read();
    await reader.cancel();
    assert_equals((await server.log(token, 1)).length, 1, "the server noticed");
  },
  "cancelling the body ends the connection",
  { requirements: ["cancel-connection"] },
);

promise_test(
  async () => {
    const token = server.token();
    const response = await fetch(server.url("endless", { token }));
    await response.body.cancel();
    assert_equals((await server.log(token, 1)).length, 1, "the server noticed");
  },
  "so does cancelling a body that nothing was read of",
  { requirements: ["cancel-connection"] },
);

promise_test(
  async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const response = await fetch(server.url("respond", { body: "text" }), { signal });
    assert_equals(await response.text(), "text");
    controller.abort();
    assert_equals(response.status, 200);
    assert_true(response.bodyUsed);
    const again = await fetch(server.url("respond", { body: "text" }));
    assert_equals(await again.text(), "text");
  },
  "aborting after the body was read changes nothing",
  { requirements: ["abort-too-late"] },
);

promise_test(
  async (t) => {
    const token = server.token();
    const controller = new AbortController();
    const url = server.url("redirect", { location: `silent?token=${token}` });
    const promise = fetch(url, { signal: controller.signal });
    promise.catch(() => {});
    await server.log(token, 1);
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", promise);
  },
  "aborting behind a redirect rejects with the reason",
  { requirements: ["abort-redirect"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const { signal } = controller;
    const aborted = fetch(server.url("silent"), { signal });
    const other = fetch(server.url("stream", { chunk: ["te", "xt"], delay: 20 }));
    aborted.catch(() => {});
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", aborted);
    assert_equals(await (await other).text(), "text");
  },
  "another fetch goes on",
  { requirements: ["abort-shared"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const { signal } = controller;
    const first = await fetch(server.url("endless"), { signal });
    const second = fetch(server.url("silent"), { signal });
    second.catch(() => {});
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", second);
    await promise_rejects_exactly(t, "stop", first.text());
  },
  "one signal aborts fetches at different stages",
  { requirements: ["abort-shared"] },
);

promise_test(
  async (t) => {
    const token = server.token();
    const signal = AbortSignal.abort("stop");
    await promise_rejects_exactly(t, "stop", fetch(server.url("echo", { token }), { signal }));
    assert_equals((await server.log(token)).length, 0);
  },
  "with an aborted signal nothing is sent",
  { requirements: ["abort-nothing-sent"] },
);

// META: title=fetch(): streams that are sent
// META: spec=https://fetch.spec.whatwg.org/#concept-http-network-fetch
// META: spec=https://fetch.spec.whatwg.org/#dom-requestinit-duplex
// META: script=../resources/body.js
// META: script=../resources/server.sub.js
"use strict";

// HTTP-network fetch: "If connection is an HTTP/1.x connection, request's body is non-null, and
// request's body's source is null, then return a network error." Browsers keep to that. Servers send
// streams in chunks over HTTP/1.1 as over HTTP/2, and the subtests about that are for them alone.
const send = (body, more = {}) => ({ method: "POST", body, duplex: "half", ...more });
const sent = ["request-stream-sent"];
let sends;

// A subtest of runtimes that send streams over HTTP/1.1.
function stream_test(run, name, requirements) {
  promise_test(
    async (t) => {
      sends ??= server.echo(send(streamOf(utf8("text")))).then(
        ({ body }) => body === "text",
        () => false,
      );
      assert_implements_optional(await sends, "no stream is sent over HTTP/1.1");
      await run(t);
    },
    name,
    { requirements },
  );
}

promise_test(
  async () => {
    const result = await fetch(server.url("echo"), send(streamOf(utf8("text")))).catch((e) => e);
    assert_implements_optional(result instanceof Error, "servers send streams over HTTP/1.1");
    assert_true(result instanceof TypeError);
  },
  "browsers send no stream over HTTP/1.1",
  { requirements: ["posture-streams"] },
);

stream_test(
  async () => {
    const body = streamOf(utf8("one "), utf8("two "), utf8("three"));
    assert_equals((await server.echo(send(body))).body, "one two three");
  },
  "the chunks of a stream arrive in order",
  sent,
);

stream_test(
  async () => {
    assert_equals((await server.echo(send(streamOf()))).body, "");
  },
  "a stream without chunks arrives as an empty body",
  sent,
);

stream_test(
  async () => {
    const body = streamOf(utf8(""), utf8("a"), utf8(""), utf8("b"), utf8(""));
    assert_equals((await server.echo(send(body))).body, "ab");
  },
  "empty chunks do not end a stream",
  ["request-stream-empty-chunks"],
);

stream_test(
  async () => {
    const arrived = await server.echo(send(streamOf(utf8("text"))));
    assert_equals(arrived.header("content-type"), null);
    assert_equals(arrived.header("content-length"), null);
  },
  "a stream is sent without Content-Type and Content-Length",
  ["request-stream-headers"],
);

stream_test(
  async () => {
    const { readable, writable } = new TransformStream();
    const promise = server.echo(send(readable));
    promise.catch(() => {});
    const writer = writable.getWriter();
    await writer.write(utf8("late "));
    await new Promise((resolve) => step_timeout(resolve, 10));
    await writer.write(utf8("chunks"));
    await writer.close();
    assert_equals((await promise).body, "late chunks");
  },
  "a stream that is written while it is sent arrives whole",
  sent,
);

stream_test(
  async () => {
    let left = 64;
    const body = new ReadableStream({
      pull(controller) {
        if (left === 0) return controller.close();
        left -= 1;
        controller.enqueue(new Uint8Array(32768).fill(left));
      },
    });
    const response = await fetch(server.url("measure"), send(body));
    assert_equals((await response.json()).length, 64 * 32768);
  },
  "a stream of two megabytes arrives whole",
  ["request-body-big"],
);

stream_test(
  async () => {
    const type = "bytes";
    const body = new ReadableStream({
      type,
      start(controller) {
        controller.enqueue(utf8("text"));
        controller.close();
      },
    });
    assert_equals((await server.echo(send(body))).body, "text");
  },
  "a byte stream arrives",
  sent,
);

stream_test(
  async () => {
    const request = new Request(server.url("echo"), send(streamOf(utf8("text"))));
    assert_equals((await Arrived.from(await fetch(request))).body, "text");
    assert_true(request.bodyUsed);
  },
  "the stream of a request arrives",
  sent,
);

stream_test(
  async () => {
    const source = await fetch(server.url("stream", { chunk: ["one ", "two"], delay: 5 }));
    assert_equals((await server.echo(send(source.body))).body, "one two");
  },
  "the body of a response can be sent on",
  ["request-stream-passed-on"],
);

stream_test(
  async (t) => {
    // HTTP-network fetch, processBodyError: an error other than an AbortError terminates the fetch,
    // which makes it a network error.
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new RangeError("broken"));
      },
    });
    await promise_rejects_js(t, TypeError, fetch(server.url("echo"), send(body)));
  },
  "a stream that fails at once makes fetch() reject with a TypeError",
  ["request-stream-error"],
);

stream_test(
  async (t) => {
    let pulls = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulls += 1;
        if (pulls > 2) controller.error(new RangeError("broken"));
        else controller.enqueue(utf8("chunk"));
      },
    });
    await promise_rejects_js(t, TypeError, fetch(server.url("echo"), send(body)));
  },
  "a stream that fails after some chunks makes fetch() reject with a TypeError",
  ["request-stream-error"],
);

for (const [label, chunk] of [
  ["a string", "text"],
  ["a number", 1],
  ["null", null],
  ["an ArrayBuffer", new ArrayBuffer(2)],
]) {
  stream_test(
    async (t) => {
      // Incrementally read a body: a chunk that is no Uint8Array runs processBodyError.
      const promise = fetch(server.url("echo"), send(streamOf(utf8("good"), chunk)));
      await promise_rejects_js(t, TypeError, promise);
    },
    `a chunk that is ${label} makes fetch() reject with a TypeError`,
    ["request-stream-chunk"],
  );
}

for (const status of [301, 302, 307, 308]) {
  stream_test(
    async (t) => {
      // HTTP-redirect fetch: "If internalResponse's status is not 303, request's body is non-null,
      // and request's body's source is null, then return a network error."
      const url = server.url("redirect", { status, location: "echo" });
      await promise_rejects_js(t, TypeError, fetch(url, send(streamOf(utf8("text")))));
    },
    `a stream that is redirected with ${status} makes fetch() reject with a TypeError`,
    ["redirect-stream"],
  );
}

stream_test(
  async () => {
    const url = server.url("redirect", { status: 303, location: "echo" });
    const arrived = await Arrived.from(await fetch(url, send(streamOf(utf8("text")))));
    assert_equals(arrived.method, "GET");
    assert_equals(arrived.body, "");
  },
  "a stream that is redirected with 303 is dropped",
  ["redirect-stream-303"],
);

stream_test(
  async () => {
    const reasons = [];
    const { promise: pulled, resolve } = Promise.withResolvers
      ? Promise.withResolvers()
      : withResolvers();
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(utf8("chunk"));
        resolve();
        return new Promise(() => {});
      },
      cancel(reason) {
        reasons.push(reason);
      },
    });
    const controller = new AbortController();
    const promise = fetch(server.url("echo"), send(body, { signal: controller.signal }));
    promise.catch(() => {});
    await Promise.race([pulled, promise]);
    const reason = new Error("stop");
    controller.abort(reason);
    assert_equals(await promise.catch((error) => error), reason);
    await new Promise((done) => step_timeout(done, 0));
    assert_array_equals(reasons, [reason]);
  },
  "aborting cancels a stream that is being sent, with the reason",
  ["abort-request-body"],
);

function withResolvers() {
  const result = {};
  result.promise = new Promise((resolve, reject) => Object.assign(result, { resolve, reject }));
  return result;
}

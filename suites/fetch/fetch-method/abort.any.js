// META: title=fetch(): aborting
// META: spec=https://fetch.spec.whatwg.org/#fetch-method
// META: spec=https://fetch.spec.whatwg.org/#abort-fetch
"use strict";

const url = "data:,text";

for (const [label, reason] of [
  ["an error", new Error("stop")],
  ["an object", { stop: true }],
  ["a string", "stop"],
  ["zero", 0],
  ["null", null],
]) {
  promise_test(
    async (t) => {
      await promise_rejects_exactly(t, reason, fetch(url, { signal: AbortSignal.abort(reason) }));
    },
    `an aborted signal makes fetch() reject with its reason, ${label}`,
    { requirements: ["abort-before"] },
  );
}

promise_test(
  async (t) => {
    const signal = AbortSignal.abort();
    assert_true(signal.reason instanceof DOMException);
    assert_equals(signal.reason.name, "AbortError");
    await promise_rejects_exactly(t, signal.reason, fetch(url, { signal }));
  },
  "a signal aborted without reason makes fetch() reject with its AbortError",
  { requirements: ["abort-before"] },
);

promise_test(
  async (t) => {
    const reason = new Error("stop");
    const request = new Request(url, { signal: AbortSignal.abort(reason) });
    await promise_rejects_exactly(t, reason, fetch(request));
  },
  "the signal of a request as input counts",
  { requirements: ["abort-signal-source"] },
);

promise_test(
  async (t) => {
    const reason = new Error("stop");
    const request = new Request(url);
    const init = { signal: AbortSignal.abort(reason) };
    await promise_rejects_exactly(t, reason, fetch(request, init));
  },
  "the signal of init counts when the input is a request",
  { requirements: ["abort-signal-source"] },
);

promise_test(
  async () => {
    const request = new Request(url, { signal: AbortSignal.abort() });
    assert_equals(await (await fetch(request, { signal: null })).text(), "text");
  },
  "a null signal in init detaches fetch() from the aborted signal of its input",
  { requirements: ["abort-signal-source"] },
);

promise_test(
  async (t) => {
    const init = { signal: AbortSignal.abort("stop"), method: "TRACE" };
    await promise_rejects_js(t, TypeError, fetch(url, init));
    await promise_rejects_js(t, TypeError, fetch("http://", { signal: AbortSignal.abort("stop") }));
  },
  "invalid arguments win over an aborted signal",
  { requirements: ["abort-arguments"] },
);

for (const [label, input] of [
  ["an unknown scheme", "x-unknown:opaque"],
  ["a malformed data: URL", "data:text"],
  ["a blocked port", "http://255.255.255.255:1/"],
]) {
  promise_test(
    async (t) => {
      const signal = AbortSignal.abort("stop");
      await promise_rejects_exactly(t, "stop", fetch(input, { signal }));
    },
    `an aborted signal wins over ${label}`,
    { requirements: ["abort-first"] },
  );
}

promise_test(
  async (t) => {
    const controller = new AbortController();
    const promise = fetch(url, { signal: controller.signal });
    const reason = new Error("stop");
    controller.abort(reason);
    await promise_rejects_exactly(t, reason, promise);
  },
  "a signal aborted right after the call makes fetch() reject with its reason",
  { requirements: ["abort-after-call"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const request = new Request(url, { signal: controller.signal });
    const promise = fetch(request);
    controller.abort("stop");
    await promise_rejects_exactly(t, "stop", promise);
  },
  "so does the signal of a request as input",
  { requirements: ["abort-after-call"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const promises = [1, 2, 3].map(() => fetch(url, { signal: controller.signal }));
    controller.abort("stop");
    await Promise.all(promises.map((promise) => promise_rejects_exactly(t, "stop", promise)));
  },
  "one signal aborts several fetches",
  { requirements: ["abort-shared"] },
);

promise_test(
  async () => {
    const first = new AbortController();
    const aborted = fetch(url, { signal: first.signal }).catch(() => "aborted");
    const other = fetch(url, { signal: new AbortController().signal });
    first.abort();
    assert_equals(await aborted, "aborted");
    assert_equals(await (await other).text(), "text");
  },
  "a fetch with another signal goes on",
  { requirements: ["abort-shared"] },
);

promise_test(
  async (t) => {
    const reasons = [];
    const body = new ReadableStream({
      cancel(reason) {
        reasons.push(reason);
      },
    });
    const reason = new Error("stop");
    const init = { method: "POST", body, duplex: "half", signal: AbortSignal.abort(reason) };
    await promise_rejects_exactly(t, reason, fetch(url, init));
    assert_array_equals(reasons, [reason]);
  },
  "an aborted signal cancels the body that was to be sent, with the reason",
  { requirements: ["abort-request-body"] },
);

promise_test(
  async (t) => {
    const request = new Request(url, { method: "POST", body: "text" });
    const init = { signal: AbortSignal.abort("stop") };
    await promise_rejects_exactly(t, "stop", fetch(request, init));
    assert_true(request.bodyUsed);
  },
  "an aborted signal uses the body of the input up all the same",
  { requirements: ["abort-request-body"] },
);

promise_test(
  async (t) => {
    const signal = AbortSignal.any([AbortSignal.abort("first"), AbortSignal.abort("second")]);
    await promise_rejects_exactly(t, "first", fetch(url, { signal }));
  },
  "a signal combined by AbortSignal.any() gives the reason of the first",
  { requirements: ["abort-any"] },
);

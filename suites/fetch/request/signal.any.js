// META: title=Request signals
// META: spec=https://fetch.spec.whatwg.org/#dom-request
// META: spec=https://fetch.spec.whatwg.org/#dom-request-signal
// META: spec=https://dom.spec.whatwg.org/#create-a-dependent-abort-signal
"use strict";

const url = "http://host.example/";

test(
  () => {
    const controller = new AbortController();
    const { signal } = new Request(url, { signal: controller.signal });
    assert_true(signal instanceof AbortSignal);
    assert_not_equals(signal, controller.signal);
  },
  "the signal of a request is one of its own",
  { requirements: ["signal-own"] },
);

test(
  () => {
    const controller = new AbortController();
    const request = new Request(url, { signal: controller.signal });
    assert_false(request.signal.aborted);
    const reason = new Error("stop");
    controller.abort(reason);
    assert_true(request.signal.aborted);
    assert_equals(request.signal.reason, reason);
  },
  "it follows the given signal, with the same reason",
  { requirements: ["signal-follows"] },
);

test(
  () => {
    const controller = new AbortController();
    const request = new Request(url, { signal: controller.signal });
    controller.abort();
    assert_equals(request.signal.reason, controller.signal.reason);
    assert_true(request.signal.reason instanceof DOMException);
    assert_equals(request.signal.reason.name, "AbortError");
  },
  "without a reason both signals have the same AbortError",
  { requirements: ["signal-follows"] },
);

test(
  () => {
    const controller = new AbortController();
    const request = new Request(url, { signal: controller.signal });
    const events = [];
    request.signal.addEventListener("abort", (event) => events.push(event.target));
    controller.abort();
    assert_array_equals(events, [request.signal]);
  },
  "an abort event is fired at it",
  { requirements: ["signal-event"] },
);

for (const [label, reason] of [
  ["an error", new Error("stop")],
  ["a string", "stop"],
  ["null", null],
]) {
  test(
    () => {
      const { signal } = new Request(url, { signal: AbortSignal.abort(reason) });
      assert_true(signal.aborted);
      assert_equals(signal.reason, reason);
    },
    `it is aborted from the start when the given signal is, with ${label} as reason`,
    { requirements: ["signal-aborted-before"] },
  );
}

for (const [label, value] of [
  ["an AbortController", () => new AbortController()],
  ["a plain object", () => ({ aborted: false })],
  ["an EventTarget", () => new EventTarget()],
  ["a string", () => "signal"],
  ["false", () => false],
]) {
  test(
    () => {
      const signal = value();
      assert_throws_js(TypeError, () => new Request(url, { signal }));
    },
    `${label} is no signal and throws a TypeError`,
    { requirements: ["signal-type"] },
  );
}

test(
  () => {
    const { signal } = new Request(url, { signal: null });
    assert_true(signal instanceof AbortSignal);
    assert_false(signal.aborted);
  },
  "null gives a signal that follows none",
  { requirements: ["signal-null"] },
);

test(
  () => {
    const controller = new AbortController();
    const first = new Request(url, { signal: controller.signal });
    const second = new Request(first);
    assert_not_equals(second.signal, first.signal);
    controller.abort("stop");
    assert_true(second.signal.aborted);
    assert_equals(second.signal.reason, "stop");
  },
  "the signal of a request made from another follows that one's",
  { requirements: ["signal-input"] },
);

test(
  () => {
    const controller = new AbortController();
    const first = new Request(url, { signal: controller.signal });
    const second = new Request(first, { signal: null });
    controller.abort();
    assert_true(first.signal.aborted);
    assert_false(second.signal.aborted);
  },
  "null in init detaches a request from the signal of its input",
  { requirements: ["signal-null"] },
);

test(
  () => {
    const controller = new AbortController();
    const first = new Request(url, { signal: controller.signal });
    const second = new Request(first, { signal: undefined });
    controller.abort();
    assert_true(second.signal.aborted);
  },
  "undefined in init leaves the signal of the input in place",
  { requirements: ["signal-input"] },
);

test(
  () => {
    const old = new AbortController();
    const current = new AbortController();
    const first = new Request(url, { signal: old.signal });
    const second = new Request(first, { signal: current.signal });
    old.abort();
    assert_false(second.signal.aborted);
    current.abort();
    assert_true(second.signal.aborted);
  },
  "a signal in init replaces that of the input",
  { requirements: ["signal-replaced"] },
);

test(
  () => {
    const controller = new AbortController();
    const first = new Request(url, { signal: controller.signal });
    const copy = first.clone();
    assert_not_equals(copy.signal, first.signal);
    const reason = { stop: true };
    controller.abort(reason);
    assert_true(copy.signal.aborted);
    assert_equals(copy.signal.reason, reason);
  },
  "the signal of a clone follows that of the request",
  { requirements: ["signal-clone"] },
);

test(
  () => {
    const first = new Request(url, { signal: AbortSignal.abort("stop") });
    assert_equals(first.clone().signal.reason, "stop");
    assert_equals(new Request(first).signal.reason, "stop");
  },
  "an aborted request gives aborted copies",
  { requirements: ["signal-clone"] },
);

promise_test(
  async () => {
    const controller = new AbortController();
    const request = new Request(url, {
      method: "POST",
      body: "text",
      signal: controller.signal,
    });
    controller.abort();
    assert_equals(await request.text(), "text");
  },
  "an aborted signal does not keep a request's body from being read",
  { requirements: ["signal-body"] },
);

test(
  () => {
    const controller = new AbortController();
    const requests = [1, 2, 3].map(() => new Request(url, { signal: controller.signal }));
    controller.abort("stop");
    for (const request of requests) assert_equals(request.signal.reason, "stop");
  },
  "many requests can follow one signal",
  { requirements: ["signal-shared"] },
);

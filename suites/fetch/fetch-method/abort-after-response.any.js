// META: title=fetch(): aborting when the response is there
// META: spec=https://fetch.spec.whatwg.org/#fetch-method
// META: spec=https://fetch.spec.whatwg.org/#abort-fetch
"use strict";

const url = "data:,text";

promise_test(
  async () => {
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    assert_equals(await response.text(), "text");
    controller.abort();
    assert_true(response.bodyUsed);
    assert_equals(response.status, 200);
  },
  "aborting after the body was read changes nothing",
  { requirements: ["abort-too-late"] },
);

promise_test(
  async (t) => {
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    const reason = new Error("stop");
    controller.abort(reason);
    // Abort a fetch() call, last step: a response body that is readable is errored with the reason.
    await promise_rejects_exactly(t, reason, response.text());
  },
  "aborting after the response came errors a body that was not read",
  { requirements: ["abort-response-body"] },
);

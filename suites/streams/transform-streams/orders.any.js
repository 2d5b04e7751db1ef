// META: title=What ends a transform stream, in every order of two
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-sink-close-algorithm
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-sink-abort-algorithm
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-source-cancel
// META: spec=https://streams.spec.whatwg.org/#transform-stream-default-controller-terminate
// META: script=../resources/streams.js
// META: script=../resources/endings.js
"use strict";

const ERROR = makeError("first");
const LATE = makeError("second");

const events = {
  "close the writable side": ({ stream }) => stream.writable.close(),
  "abort the writable side": ({ stream }, which) => stream.writable.abort(`abort, ${which}`),
  "cancel the readable side": ({ stream }, which) => stream.readable.cancel(`cancel, ${which}`),
  "error()": ({ controller }, which) => void controller.error(which === "first" ? ERROR : LATE),
  "terminate()": ({ controller }) => void controller.terminate(),
};

const CLOSE = "close the writable side";
const ABORT = "abort the writable side";
const CANCEL = "cancel the readable side";

// For each first event and each second one: what they end with (undefined where there is no
// promise), then what closed of the readable and of the writable side end with.
const table = {
  [CLOSE]: {
    [CLOSE]: [DONE, TYPE_ERROR, DONE, DONE],
    [ABORT]: [DONE, DONE, DONE, DONE],
    [CANCEL]: [DONE, DONE, DONE, DONE],
    "error()": [LATE, undefined, LATE, LATE],
    "terminate()": [DONE, undefined, DONE, DONE],
  },
  [ABORT]: {
    [CLOSE]: [DONE, TYPE_ERROR, "abort, first", "abort, first"],
    [ABORT]: [DONE, DONE, "abort, first", "abort, first"],
    [CANCEL]: [DONE, DONE, DONE, "abort, first"],
    "error()": [LATE, undefined, LATE, "abort, first"],
    "terminate()": [DONE, undefined, DONE, "abort, first"],
  },
  [CANCEL]: {
    [CLOSE]: [DONE, DONE, DONE, DONE],
    [ABORT]: ["abort, second", "abort, second", DONE, "abort, second"],
    [CANCEL]: [DONE, DONE, DONE, "cancel, first"],
    "error()": [LATE, undefined, DONE, LATE],
    "terminate()": [TYPE_ERROR, undefined, DONE, TYPE_ERROR],
  },
  "error()": {
    [CLOSE]: [undefined, TYPE_ERROR, ERROR, ERROR],
    [ABORT]: [undefined, DONE, ERROR, ERROR],
    [CANCEL]: [undefined, ERROR, ERROR, ERROR],
    "error()": [undefined, undefined, ERROR, ERROR],
    "terminate()": [undefined, undefined, ERROR, ERROR],
  },
  "terminate()": {
    [CLOSE]: [undefined, TYPE_ERROR, DONE, TYPE_ERROR],
    [ABORT]: [undefined, DONE, DONE, TYPE_ERROR],
    [CANCEL]: [undefined, DONE, DONE, TYPE_ERROR],
    "error()": [undefined, undefined, DONE, TYPE_ERROR],
    "terminate()": [undefined, undefined, DONE, TYPE_ERROR],
  },
};

// The transformer is asked once, by the first event.
const CALLS = {
  [CLOSE]: ["flush"],
  [ABORT]: [["cancel", "abort, first"]],
  [CANCEL]: [["cancel", "cancel, first"]],
  "error()": [],
  "terminate()": [],
};

const REQUIREMENTS = {
  [CLOSE]: ["ts-cancel-during-flush", "ts-cancel-after-close", "ts-terminate-in-flush"],
  [ABORT]: ["ts-abort-errors-readable", "ts-cancel-shared", "ts-cancel-controller-error"],
  [CANCEL]: ["ts-cancel-errors-writable", "ts-cancel-shared", "ts-cancel-controller-error"],
  "error()": ["ts-error"],
  "terminate()": ["ts-terminate", "ts-terminate-twice"],
};

for (const [situation, highWaterMark] of [
  ["with backpressure", 0],
  ["without backpressure", 1],
]) {
  for (const [first, row] of Object.entries(table)) {
    for (const [second, [one, two, readable, writable]] of Object.entries(row)) {
      stream_test(
        async () => {
          const trace = tracedTransform({}, {}, { highWaterMark });
          await drain();
          const firstEnd = watch(events[first](trace, "first"));
          const secondEnd = watch(events[second](trace, "second"));
          await drain();
          assert_end(firstEnd, one, `${first}, the first event`);
          assert_end(secondEnd, two, `${second}, the second event`);
          const readableEnd = watch(trace.stream.readable.getReader().closed);
          const writableEnd = watch(trace.stream.writable.getWriter().closed);
          await drain();
          assert_end(readableEnd, readable, "closed of the readable side");
          assert_end(writableEnd, writable, "closed of the writable side");
          assert_calls(trace.calls, CALLS[first]);
        },
        `${situation}: ${first}, then ${second}`,
        { requirements: REQUIREMENTS[first] },
      );
    }
  }
}

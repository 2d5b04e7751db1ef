// META: title=What start, transform, flush and cancel of a transformer give
// META: spec=https://streams.spec.whatwg.org/#transformer-api
// META: script=../resources/streams.js
// META: script=../resources/thenables.js
"use strict";

const room = { highWaterMark: 1 };

thenable_tests("transformer", {
  start: [
    (result) => {
      const { calls, stream } = tracedTransform({ start: () => result }, {}, room);
      const writer = stream.writable.getWriter();
      writer.write("a").catch(() => {});
      return { done: () => calls.length === 1, failed: writer.closed };
    },
    "ts-thenable",
  ],
  transform: [
    (result) => {
      const { stream } = tracedTransform({ transform: () => result }, {}, room);
      return outcomeOf(stream.writable.getWriter().write("a"));
    },
    "ts-thenable",
  ],
  flush: [
    (result) => outcomeOf(tracedTransform({ flush: () => result }).stream.writable.close()),
    "ts-thenable",
  ],
  cancel: [
    (result) => outcomeOf(tracedTransform({ cancel: () => result }).stream.readable.cancel()),
    "ts-thenable",
  ],
});

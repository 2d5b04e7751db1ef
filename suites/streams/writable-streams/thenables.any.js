// META: title=What start, write, close and abort of a sink give
// META: spec=https://streams.spec.whatwg.org/#underlying-sink-api
// META: script=../resources/streams.js
// META: script=../resources/thenables.js
"use strict";

thenable_tests("sink", {
  start: [
    (result) => {
      const { calls, stream } = tracedWritable({ start: () => result });
      const writer = stream.getWriter();
      writer.write("a").catch(() => {});
      return { done: () => calls.length === 1, failed: writer.closed };
    },
    "ws-sink-thenable",
  ],
  write: [
    (result) => {
      const writer = tracedWritable({ write: () => result }).stream.getWriter();
      return outcomeOf(writer.write("a"));
    },
    "ws-sink-thenable",
  ],
  close: [
    (result) => outcomeOf(tracedWritable({ close: () => result }).stream.close()),
    "ws-sink-thenable",
  ],
  abort: [
    (result) => outcomeOf(tracedWritable({ abort: () => result }).stream.abort()),
    "ws-sink-thenable",
  ],
});

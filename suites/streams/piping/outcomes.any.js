// META: title=What becomes of a pipe, for each state of both sides and each set of options
// META: spec=https://streams.spec.whatwg.org/#readable-stream-pipe-to
// META: spec=https://streams.spec.whatwg.org/#rs-pipeTo-shutdown-with-action
// META: script=../resources/streams.js
// META: script=../resources/endings.js
"use strict";

const SOURCE_ERROR = makeError("of the source");
const SINK_ERROR = makeError("of the destination");

const sources = {
  open: () => tracedReadable({}, { highWaterMark: 0 }),
  closed: () => tracedReadable({ start: (c) => c.close() }, { highWaterMark: 0 }),
  errored: () => tracedReadable({ start: (c) => c.error(SOURCE_ERROR) }, { highWaterMark: 0 }),
};

const destinations = {
  writable: async () => tracedWritable(),
  full: async () => tracedWritable({}, { highWaterMark: 0 }),
  closing: async () => {
    const closing = deferred();
    const trace = tracedWritable({ close: () => closing.promise });
    await drain();
    trace.stream.close().catch(() => {});
    trace.finish = closing.resolve;
    return trace;
  },
  closed: async () => {
    const trace = tracedWritable();
    await trace.stream.close();
    return trace;
  },
  errored: async () => {
    const trace = tracedWritable();
    trace.controller.error(SINK_ERROR);
    await drain();
    return trace;
  },
};

// The conditions of ReadableStreamPipeTo in their order: what the pipe ends with, what the source
// is canceled with, and what is called on the sink.
function expectedOutcome(source, destination, { preventAbort, preventCancel, preventClose }) {
  const writable = destination === "writable" || destination === "full";
  if (source === "errored") {
    const aborts = writable && !preventAbort;
    return { ends: SOURCE_ERROR, sink: aborts ? [["abort", SOURCE_ERROR]] : [] };
  }
  if (destination === "errored") {
    const cancels = source === "open" && !preventCancel;
    return { ends: SINK_ERROR, cancel: cancels ? SINK_ERROR : undefined, sink: [] };
  }
  if (source === "closed") {
    return { ends: DONE, sink: writable && !preventClose ? ["close"] : [] };
  }
  if (!writable) {
    return { ends: TYPE_ERROR, cancel: preventCancel ? undefined : TYPE_ERROR, sink: [] };
  }
  return { ends: PENDING, sink: [] };
}

const REQUIREMENTS = {
  errored: ["pipe-forward-error", "pipe-forward-error-prevented"],
  closed: ["pipe-forward-close", "pipe-forward-close-prevented"],
};

// Watches from the start: a rejection must not be unhandled for a while.
const names = ["preventAbort", "preventCancel", "preventClose"];

for (let bits = 0; bits < 8; bits++) {
  const set = names.filter((_, i) => bits & (1 << i));
  const options = Object.fromEntries(set.map((name) => [name, true]));
  const withOptions = set.length === 0 ? "no options" : set.join(", ");

  for (const [source, makeSource] of Object.entries(sources)) {
    for (const [destination, makeDestination] of Object.entries(destinations)) {
      const backward = destination === "errored" ? "pipe-backward-error" : "pipe-backward-close";
      const requirements = ["pipe-precedence", ...(REQUIREMENTS[source] ?? [backward])];
      stream_test(
        async () => {
          const to = await makeDestination();
          const from = makeSource();
          to.calls.length = 0;
          const expected = expectedOutcome(source, destination, options);
          const watched = watch(from.stream.pipeTo(to.stream, options));
          await drain();
          to.finish?.();
          await drain();
          const { end } = watched;
          assert_end({ end }, expected.ends, "the pipe");
          const cancels = from.calls.filter(([name]) => name === "cancel");
          assert_equals(cancels.length, expected.cancel === undefined ? 0 : 1, "cancels");
          if (cancels.length > 0) assert_equals(cancels[0][1], end, "reason of the cancel");
          assert_calls(to.calls, expected.sink, "the sink's calls");
          const locked = expected.ends === PENDING;
          assert_equals(from.stream.locked, locked, "lock of the source");
          assert_equals(to.stream.locked, locked, "lock of the destination");
        },
        `${source} source, ${destination} destination, ${withOptions}`,
        { requirements },
      );
    }
  }
}

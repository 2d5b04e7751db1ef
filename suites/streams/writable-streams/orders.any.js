// META: title=Close, abort and error of a writable stream in every order
// META: spec=https://streams.spec.whatwg.org/#writable-stream-abort
// META: spec=https://streams.spec.whatwg.org/#writable-stream-close
// META: spec=https://streams.spec.whatwg.org/#writable-stream-start-erroring
// META: spec=https://streams.spec.whatwg.org/#writable-stream-finish-erroring
// META: script=../resources/streams.js
// META: script=../resources/endings.js
"use strict";

const ERROR = makeError("of the controller");
const LATE = makeError("of the controller, second");
const WRITE = makeError("of the sink's write");

// What each event does to the writer; the second of its kind has an argument of its own.
const events = {
  write: ({ writer }) => writer.write("late"),
  close: ({ writer }) => writer.close(),
  abort: ({ writer }, second) => writer.abort(second ? "second" : "first"),
  error: ({ controller }, second) => void controller.error(second ? LATE : ERROR),
};

// For each first event and each second one: what they end with, what closed ends with, and what the
// sink is called with after the write under way. Without a promise of its own, an event ends with
// undefined.
const idle = {
  close: {
    write: [DONE, TYPE_ERROR, DONE, ["close"]],
    close: [DONE, TYPE_ERROR, DONE, ["close"]],
    abort: [DONE, DONE, DONE, ["close"]],
    error: [DONE, undefined, DONE, ["close"]],
  },
  abort: {
    write: [DONE, "first", "first", [["abort", "first"]]],
    close: [DONE, TYPE_ERROR, "first", [["abort", "first"]]],
    abort: [DONE, DONE, "first", [["abort", "first"]]],
    error: [DONE, undefined, "first", [["abort", "first"]]],
  },
  error: {
    write: [undefined, ERROR, ERROR, []],
    close: [undefined, TYPE_ERROR, ERROR, []],
    abort: [undefined, DONE, ERROR, []],
    error: [undefined, undefined, ERROR, []],
  },
};

const writing = {
  close: {
    write: [DONE, TYPE_ERROR, DONE, ["close"]],
    close: [DONE, TYPE_ERROR, DONE, ["close"]],
    abort: ["second", DONE, "second", [["abort", "second"]]],
    error: [LATE, undefined, LATE, []],
  },
  abort: {
    write: [DONE, "first", "first", [["abort", "first"]]],
    close: [DONE, "first", "first", [["abort", "first"]]],
    abort: [DONE, DONE, "first", [["abort", "first"]]],
    error: [DONE, undefined, "first", [["abort", "first"]]],
  },
  error: {
    write: [undefined, ERROR, ERROR, []],
    close: [undefined, ERROR, ERROR, []],
    abort: [undefined, ERROR, ERROR, []],
    error: [undefined, undefined, ERROR, []],
  },
};

// A failing write makes a difference only where nothing else errors the stream.
const failing = {
  ...writing,
  close: {
    ...writing.close,
    write: [WRITE, TYPE_ERROR, WRITE, []],
    close: [WRITE, TYPE_ERROR, WRITE, []],
  },
};

const REQUIREMENTS = {
  close: { abort: ["abort-queued-close", "abort-during-close"], error: ["close-beats-error"] },
  abort: { abort: ["abort-pending", "abort-ended"], error: ["ws-error-once"] },
  error: { abort: ["abort-erroring", "abort-ended"], error: ["ws-error-once"] },
};

const SECOND = {
  write: ["write-errored", "write-while-closing"],
  close: ["close-closing", "close-erroring"],
};

for (const [situation, table, settle] of [
  ["idle", idle, undefined],
  ["a write under way that succeeds", writing, (write) => write.resolve()],
  ["a write under way that fails", failing, (write) => write.reject(WRITE)],
]) {
  for (const [first, row] of Object.entries(table)) {
    for (const [second, [firstEnd, secondEnd, closedEnd, calls]] of Object.entries(row)) {
      stream_test(
        async () => {
          const write = deferred();
          const trace = tracedWritable({ write: () => write.promise }, { highWaterMark: 9 });
          trace.writer = trace.stream.getWriter();
          await drain();
          const written = watch(settle && trace.writer.write("a"));
          const closed = watch(trace.writer.closed);
          const one = watch(events[first](trace, false));
          const two = watch(events[second](trace, true));
          await drain();
          settle?.(write);
          await drain();
          const writeEnd = situation.endsWith("fails") ? WRITE : DONE;
          assert_end(written, settle && writeEnd, "the write under way");
          assert_end(one, firstEnd, `${first}, the first event`);
          assert_end(two, secondEnd, `${second}, the second event`);
          assert_end(closed, closedEnd, "closed");
          assert_calls(trace.calls, [...(settle ? [["write", "a"]] : []), ...calls]);
        },
        `${situation}: ${first}, then ${second}`,
        { requirements: REQUIREMENTS[first][second] ?? SECOND[second] },
      );
    }
  }
}

"use strict";

// Helpers for the streams tests. Nothing here touches a stream global until it is called, so an
// engine without streams fails subtest by subtest.

// Taken before a test can patch it.
const UnpatchedPromise = Promise;

// Lets every reaction which is already due run: a task boundary drains the microtask queue.
function drain() {
  return new UnpatchedPromise((resolve) => {
    setTimeout(resolve, 0);
  });
}

// A promise_test which fails, rather than stalls its whole file, when something it awaits never
// settles. Nothing in these tests waits for the outside world, so that turns of the event loop
// can stand for time.
function stream_test(run, name, properties) {
  promise_test(
    async (t) => {
      let over = false;
      const stalled = async () => {
        for (let turn = 0; turn < 50 && !over; turn++) await drain();
        assert_true(over, "everything the test waits for settles within 50 turns");
      };
      try {
        await UnpatchedPromise.race([run(t), stalled()]);
      } finally {
        over = true;
      }
    },
    name,
    properties,
  );
}

function deferred() {
  const d = {};
  d.promise = new Promise((resolve, reject) => {
    d.resolve = resolve;
    d.reject = reject;
  });
  return d;
}

// "pending", "fulfilled" or "rejected", once everything due has run. Marks the promise as handled.
async function stateOf(promise) {
  let state = "pending";
  promise.then(
    () => {
      state = "fulfilled";
    },
    () => {
      state = "rejected";
    },
  );
  await drain();
  return state;
}

async function assert_state(promise, expected, description) {
  assert_equals(await stateOf(promise), expected, description);
}

// An error nobody else can have made: compare with promise_rejects_exactly().
function makeError(text = "made by the test") {
  return new Error(text);
}

// How many arguments each method gets before its controller, or in all when it gets none.
const ARGUMENTS = {
  start: 0,
  pull: 0,
  cancel: 1,
  write: 1,
  close: 0,
  abort: 1,
  transform: 1,
  flush: 0,
};

// Wraps the methods of an underlying source, sink or transformer so that each call is logged as
// [name, ...arguments] and the controller is kept. Whether a method gets more arguments than it
// should is a question for tests of their own, one a method.
function traced(algorithms, names) {
  const trace = { calls: [], controller: undefined };
  const wrapped = { ...algorithms };
  const controlled = ["start", "pull", "write", "transform", "flush"];
  for (const name of names) {
    wrapped[name] = (...given) => {
      const args = given.slice(0, ARGUMENTS[name]);
      trace.calls.push(args.length === 0 ? name : [name, ...args]);
      if (controlled.includes(name)) {
        trace.controller = given[ARGUMENTS[name]];
        args.push(trace.controller);
      }
      return algorithms[name]?.(...args);
    };
  }
  trace.algorithms = wrapped;
  return trace;
}

function tracedReadable(source = {}, strategy = undefined) {
  const trace = traced(source, ["start", "pull", "cancel"]);
  trace.stream = new ReadableStream(trace.algorithms, strategy);
  trace.calls.shift();
  return trace;
}

function tracedBytes(source = {}, strategy = undefined) {
  return tracedReadable({ ...source, type: "bytes" }, strategy);
}

function tracedWritable(sink = {}, strategy = undefined) {
  const trace = traced(sink, ["start", "write", "close", "abort"]);
  trace.stream = new WritableStream(trace.algorithms, strategy);
  trace.calls.shift();
  return trace;
}

function tracedTransform(transformer = {}, writableStrategy = undefined, readable = undefined) {
  const trace = traced(transformer, ["start", "transform", "flush", "cancel"]);
  trace.stream = new TransformStream(trace.algorithms, writableStrategy, readable);
  trace.calls.shift();
  return trace;
}

// Compares two call logs. Arguments are compared by identity, entries in order.
function assert_calls(actual, expected, description = "calls") {
  const name = (entry) => (Array.isArray(entry) ? entry[0] : entry);
  assert_array_equals(actual.map(name), expected.map(name), description);
  actual.forEach((entry, i) => {
    assert_array_equals([].concat(entry), [].concat(expected[i]), `${description}[${i}]`);
  });
}

function streamOf(...chunks) {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

function erroredStream(error) {
  return new ReadableStream({
    start(controller) {
      controller.error(error);
    },
  });
}

// A pull algorithm which enqueues 0, 1, 2 ... It ends far beyond what backpressure should allow,
// so that a runtime without backpressure fails instead of running for ever.
function countUp() {
  let n = 0;
  return (controller) => (n < 100 ? controller.enqueue(n++) : controller.close());
}

async function readAll(stream) {
  const reader = stream.getReader();
  const chunks = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
  }
}

function assert_read(result, value, description = "read result") {
  assert_equals(result.done, false, `${description}: done`);
  assert_equals(result.value, value, `${description}: value`);
}

function assert_done(result, description = "read result") {
  assert_equals(result.done, true, `${description}: done`);
  assert_equals(result.value, undefined, `${description}: value`);
}

// A result of a byte read: checks type, place in its buffer and contents of the view.
function assert_view(view, type, byteOffset, bytes, description = "view") {
  assert_equals(Object.getPrototypeOf(view), type.prototype, `${description}: type`);
  assert_equals(view.byteOffset, byteOffset, `${description}: byteOffset`);
  assert_array_equals(
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength),
    bytes,
    `${description}: bytes`,
  );
}

function detach(buffer) {
  if (typeof buffer.transfer === "function") buffer.transfer();
  else structuredClone(buffer, { transfer: [buffer] });
  assert_equals(buffer.byteLength, 0, "the test could detach the buffer");
}

// For tests of order: `log(entry)` gives a callback that notes the entry in `order`, and `mark(entry)`
// notes one in a microtask that is queued now.
function logger() {
  const order = [];
  const log = (entry) => () => void order.push(entry);
  const mark = (entry) => UnpatchedPromise.resolve().then(log(entry));
  return { order, log, mark };
}

// The calls of cancel() that a trace has seen.
const cancels = ({ calls }) => calls.filter(([name]) => name === "cancel");

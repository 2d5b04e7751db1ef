// META: title=Calls back into a readable stream from its own callbacks
// META: spec=https://streams.spec.whatwg.org/#readable-stream-default-controller-enqueue
// META: spec=https://streams.spec.whatwg.org/#readable-stream-default-controller-call-pull-if-needed
// META: script=../resources/streams.js
"use strict";

stream_test(
  async () => {
    let depth = 0;
    const size = (chunk) => {
      if (chunk === "outer") {
        depth++;
        trace.controller.enqueue("inner");
      }
      return 1;
    };
    const trace = tracedReadable({}, { size, highWaterMark: 5 });
    trace.controller.enqueue("outer");
    trace.controller.close();
    assert_equals(depth, 1);
    assert_array_equals(await readAll(trace.stream), ["inner", "outer"]);
  },
  "a chunk enqueued in size() goes before the one that is being measured",
  { requirements: ["size-reenter-enqueue"] },
);

stream_test(
  async () => {
    const size = () => {
      trace.controller.close();
      return 1;
    };
    const trace = tracedReadable({}, { size, highWaterMark: 5 });
    const { closed } = trace.stream.getReader();
    trace.controller.enqueue("a");
    assert_equals(await closed, undefined);
    assert_equals(trace.controller.desiredSize, 0);
  },
  "close() in size() closes the stream",
  { requirements: ["size-reenter-end"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const size = () => {
      trace.controller.error(error);
      return 1;
    };
    const trace = tracedReadable({}, { size });
    trace.controller.enqueue("a");
    assert_equals(trace.controller.desiredSize, null);
    await promise_rejects_exactly(t, error, trace.stream.getReader().closed);
  },
  "error() in size() errors the stream and enqueue() does not throw",
  { requirements: ["size-reenter-end"] },
);

stream_test(
  async () => {
    const size = () => {
      trace.stream.cancel("from size");
      return 1;
    };
    const trace = tracedReadable({}, { size });
    trace.controller.enqueue("a");
    assert_calls(trace.calls, [["cancel", "from size"]]);
    assert_done(await trace.stream.getReader().read());
  },
  "cancel() in size() cancels the stream",
  { requirements: ["size-reenter-end"] },
);

stream_test(
  async () => {
    let read;
    const size = () => {
      read = trace.stream.getReader().read();
      return 1;
    };
    const trace = tracedReadable({}, { size });
    trace.controller.enqueue("a");
    await assert_state(read, "pending", "the read made in size()");
    assert_equals(trace.controller.desiredSize, 0, "the chunk is in the queue");
  },
  "a read made in size() is not served by the chunk that is being measured",
  { requirements: ["size-reenter-read"] },
);

stream_test(
  async () => {
    let depth = 0;
    let deepest = 0;
    let n = 0;
    const source = {
      pull(c) {
        deepest = Math.max(deepest, ++depth);
        c.enqueue(n);
        if (++n === 5) c.close();
        depth--;
      },
    };
    assert_array_equals(await readAll(new ReadableStream(source)), [0, 1, 2, 3, 4]);
    assert_equals(deepest, 1);
  },
  "enqueue() in pull does not call pull recursively",
  { requirements: ["pull-not-recursive"] },
);

stream_test(
  async () => {
    const reads = [];
    const pull = (c) => {
      if (reads.length < 3) reads.push(reader.read());
      c.enqueue("a");
    };
    const { stream } = tracedReadable({ pull }, { highWaterMark: 0 });
    const reader = stream.getReader();
    await drain();
    reads.push(reader.read());
    for (const read of reads) assert_read(await read, "a");
    assert_equals(reads.length, 3);
  },
  "reads made in pull are served",
  { requirements: ["pull-reenter-read"] },
);

stream_test(
  async () => {
    let result;
    const { stream } = tracedReadable({
      cancel() {
        result = [stream.locked, stream.cancel("again")];
      },
    });
    await stream.cancel("first");
    assert_false(result[0]);
    assert_equals(await result[1], undefined);
  },
  "cancel() in the source's cancel finds the stream closed already",
  { requirements: ["cancel-reenter"] },
);

stream_test(
  async () => {
    const sizes = [];
    const trace = tracedReadable({
      cancel() {
        sizes.push(trace.controller.desiredSize);
        assert_throws_js(TypeError, () => trace.controller.enqueue("a"), "enqueue()");
        assert_throws_js(TypeError, () => trace.controller.close(), "close()");
      },
    });
    await trace.stream.cancel();
    assert_array_equals(sizes, [0]);
  },
  "in the source's cancel the controller can neither enqueue nor close",
  { requirements: ["cancel-reenter"] },
);

stream_test(
  async (t) => {
    // Resolving a promise with a read result looks up "then" along Object.prototype.
    let looked = 0;
    Object.defineProperty(Object.prototype, "then", {
      configurable: true,
      get() {
        if (Object.hasOwn(this, "done")) {
          looked++;
          trace.controller.error(makeError());
        }
        return undefined;
      },
    });
    t.add_cleanup(() => {
      delete Object.prototype.then;
    });
    const trace = tracedReadable();
    const read = trace.stream.getReader().read();
    trace.controller.enqueue("a");
    delete Object.prototype.then;
    assert_equals(looked, 1);
    assert_read(await read, "a");
    assert_equals(trace.controller.desiredSize, null);
  },
  "a getter of then on Object.prototype can error the stream while a read is fulfilled",
  { requirements: ["read-then-getter"] },
);

stream_test(
  async (t) => {
    const original = ReadableStreamDefaultReader.prototype.read;
    t.add_cleanup(() => {
      ReadableStreamDefaultReader.prototype.read = original;
    });
    ReadableStreamDefaultReader.prototype.read = () => {
      throw makeError("patched read() was called");
    };
    const chunks = [];
    for await (const chunk of streamOf("a", "b")) chunks.push(chunk);
    assert_array_equals(chunks, ["a", "b"]);
  },
  "async iteration does not use the public read()",
  { requirements: ["iter-public-api", "patched-methods"] },
);

stream_test(
  async (t) => {
    const original = ReadableStream.prototype.getReader;
    t.add_cleanup(() => {
      ReadableStream.prototype.getReader = original;
    });
    ReadableStream.prototype.getReader = () => {
      throw makeError("patched getReader() was called");
    };
    const branches = streamOf("a").tee();
    ReadableStream.prototype.getReader = original;
    assert_array_equals(await readAll(branches[1]), ["a"]);
  },
  "tee() does not use the public getReader()",
  { requirements: ["tee-public-api", "patched-methods"] },
);

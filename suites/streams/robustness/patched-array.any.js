// META: title=Streams while the program has patched Array.prototype
// META: spec=https://streams.spec.whatwg.org/#queue-with-sizes
// META: spec=https://streams.spec.whatwg.org/#rs-tee
// META: script=../resources/streams.js
"use strict";

// Runs `inside`, which has to be synchronous, while elements that are assigned to an array, where
// they should be defined, vanish in setters.
function withSetters(inside) {
  const indexes = [0, 1, 2];
  for (const index of indexes) {
    const setter = { configurable: true, get: () => "?", set: () => {} };
    Object.defineProperty(Array.prototype, index, setter);
  }
  try {
    return inside();
  } finally {
    for (const index of indexes) delete Array.prototype[index];
  }
}

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    withSetters(() => {
      controller.enqueue("a");
      controller.enqueue("b");
      controller.close();
    });
    const reader = stream.getReader();
    assert_read(await reader.read(), "a");
    assert_read(await reader.read(), "b");
    assert_done(await reader.read());
  },
  "chunks are queued despite setters on Array.prototype",
  { requirements: ["patched-array"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedReadable();
    const reader = stream.getReader();
    const reads = {};
    withSetters(() => {
      reads.first = reader.read();
      reads.second = reader.read();
    });
    controller.enqueue("a");
    controller.enqueue("b");
    assert_read(await reads.first, "a");
    assert_read(await reads.second, "b");
  },
  "waiting reads are kept despite setters on Array.prototype",
  { requirements: ["patched-array"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes();
    const reader = stream.getReader({ mode: "byob" });
    const read = withSetters(() => reader.read(new Uint8Array(2)));
    controller.enqueue(new Uint8Array([1]));
    assert_equals((await read).value[0], 1);
  },
  "pending reads into views are kept despite setters on Array.prototype",
  { requirements: ["patched-array"] },
);

stream_test(
  async () => {
    let reason;
    const stream = new ReadableStream({
      cancel(given) {
        reason = given;
      },
    });
    const branches = stream.tee();
    const [first, second] = branches;
    withSetters(() => {
      first.cancel("one").catch(() => {});
      second.cancel("two").catch(() => {});
    });
    await drain();
    assert_array_equals(reason, ["one", "two"]);
  },
  "the reasons of both branches are put together despite setters on Array.prototype",
  { requirements: ["patched-array"] },
);

test(
  () => {
    const stream = new ReadableStream();
    const branches = withSetters(() => stream.tee());
    assert_true(Object.hasOwn(branches, 0) && Object.hasOwn(branches, 1));
  },
  "tee() returns its branches despite setters on Array.prototype",
  { requirements: ["patched-array"] },
);

test(
  () => {
    const error = makeError();
    const streams = { first: new ReadableStream(), second: streamOf("a") };
    const original = Array.prototype[Symbol.iterator];
    Array.prototype[Symbol.iterator] = () => {
      throw error;
    };
    try {
      const branches = streams.first.tee();
      branches[0].cancel("one").catch(() => {});
      branches[1].cancel("two").catch(() => {});
      new TransformStream().readable.getReader();
      streams.second.pipeTo(new WritableStream()).catch(() => {});
    } finally {
      Array.prototype[Symbol.iterator] = original;
    }
  },
  "streams do not iterate over arrays by Array.prototype[Symbol.iterator]",
  { requirements: ["patched-array"] },
);

test(
  () => {
    const error = makeError();
    const original = Array.prototype[Symbol.iterator];
    let thrown;
    Array.prototype[Symbol.iterator] = () => {
      throw error;
    };
    try {
      ReadableStream.from(["a"]);
    } catch (e) {
      thrown = e;
    } finally {
      Array.prototype[Symbol.iterator] = original;
    }
    assert_equals(thrown, error);
  },
  "from() of an array uses Array.prototype[Symbol.iterator] as the program has patched it",
  { requirements: ["patched-array", "from-method-throws"] },
);

stream_test(
  async () => {
    let got = "";
    const write = (chunk) => {
      got += chunk;
    };
    const writer = new WritableStream({ write }).getWriter();
    const last = withSetters(() => {
      writer.write("a");
      return writer.write("b");
    });
    await last;
    assert_equals(got, "ab");
  },
  "writes are queued despite setters on Array.prototype",
  { requirements: ["patched-array"] },
);

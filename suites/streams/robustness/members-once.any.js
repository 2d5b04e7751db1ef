// META: title=Members of dictionaries are read once
// META: spec=https://webidl.spec.whatwg.org/#js-dictionary
// META: spec=https://streams.spec.whatwg.org/#rs-constructor
// META: spec=https://streams.spec.whatwg.org/#ws-constructor
// META: spec=https://streams.spec.whatwg.org/#ts-constructor
// META: script=../resources/streams.js
"use strict";

// An object that counts in `reads` how often each of its members is read.
function counted(members) {
  const reads = {};
  const object = {};
  for (const [name, value] of Object.entries(members)) {
    reads[name] = 0;
    const get = () => {
      reads[name]++;
      return value;
    };
    Object.defineProperty(object, name, { enumerable: true, get });
  }
  return { object, reads };
}

function assert_once({ reads }, description) {
  for (const [name, count] of Object.entries(reads)) {
    assert_equals(count, 1, `${description}: ${name}`);
  }
}

const nothing = () => {};
const strategy = () => counted({ highWaterMark: 1, size: () => 1 });

stream_test(
  async () => {
    const source = counted({ start: nothing, pull: nothing, cancel: nothing, type: undefined });
    const measure = strategy();
    const stream = new ReadableStream(source.object, measure.object);
    await drain();
    await stream.cancel();
    assert_once(source, "source");
    assert_once(measure, "strategy");
  },
  "each member of source and strategy is read once",
  { requirements: ["rs-member-order", "rs-source-captured"] },
);

stream_test(
  async () => {
    const source = counted({
      start: nothing,
      pull: nothing,
      cancel: nothing,
      type: "bytes",
      autoAllocateChunkSize: 8,
    });
    const measure = counted({ highWaterMark: 1, size: undefined });
    const stream = new ReadableStream(source.object, measure.object);
    await drain();
    await stream.cancel();
    assert_once(source, "source");
    assert_once(measure, "strategy");
  },
  "each member of byte source and strategy is read once",
  { requirements: ["rs-member-order", "bytes-source-captured"] },
);

for (const end of ["close", "abort"]) {
  stream_test(
    async () => {
      const methods = { start: nothing, write: nothing, close: nothing, abort: nothing };
      const sink = counted({ ...methods, type: undefined });
      const measure = strategy();
      const writer = new WritableStream(sink.object, measure.object).getWriter();
      await writer.write("a");
      await writer[end]();
      assert_once(sink, "sink");
      assert_once(measure, "strategy");
    },
    `each member of sink and strategy is read once, up to ${end}()`,
    { requirements: ["ws-member-order", "ws-sink-captured"] },
  );
}

for (const [end, finish] of [
  ["close()", ({ writable }) => writable.close()],
  ["cancel()", ({ readable }) => readable.cancel()],
]) {
  stream_test(
    async () => {
      const methods = { start: nothing, transform: nothing, flush: nothing, cancel: nothing };
      const types = { readableType: undefined, writableType: undefined };
      const transformer = counted({ ...methods, ...types });
      const strategies = [strategy(), strategy()];
      const stream = new TransformStream(
        transformer.object,
        strategies[0].object,
        strategies[1].object,
      );
      const writer = stream.writable.getWriter();
      await writer.write("a");
      writer.releaseLock();
      await finish(stream);
      assert_once(transformer, "transformer");
      assert_once(strategies[0], "writable strategy");
      assert_once(strategies[1], "readable strategy");
    },
    `each member of transformer and strategies is read once, up to ${end}`,
    { requirements: ["ts-member-order", "ts-captured"] },
  );
}

for (const [type, mode] of [
  [undefined, undefined],
  ["bytes", "byob"],
]) {
  test(
    () => {
      const options = counted({ mode });
      new ReadableStream({ type }).getReader(options.object);
      assert_once(options, "options");
    },
    `getReader() reads mode ${format_value(mode)} once`,
    { requirements: ["get-reader-options-dictionary"] },
  );
}

test(
  () => {
    const options = counted({ preventCancel: false });
    new ReadableStream().values(options.object);
    assert_once(options, "options");
  },
  "values() reads preventCancel once",
  { requirements: ["iter-options"] },
);

stream_test(
  async () => {
    const options = counted({ min: 2 });
    const { controller, stream } = tracedBytes();
    const read = stream.getReader({ mode: "byob" }).read(new Uint8Array(2), options.object);
    controller.enqueue(new Uint8Array([1, 2]));
    assert_view((await read).value, Uint8Array, 0, [1, 2]);
    assert_once(options, "options");
  },
  "read() of a BYOB reader reads min once",
  { requirements: ["min-range"] },
);

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  test(
    () => {
      const init = counted({ highWaterMark: 3 });
      assert_equals(new globalThis[name](init.object).highWaterMark, 3);
      assert_once(init, "initializer");
    },
    `new ${name}() reads highWaterMark once`,
    { requirements: ["strategy-init"] },
  );
}

// META: title=Readable byte streams with autoAllocateChunkSize
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-private-pull
// META: spec=https://streams.spec.whatwg.org/#dom-underlyingsource-autoallocatechunksize
// META: script=../resources/streams.js
"use strict";

const autoAllocateChunkSize = 8;

stream_test(
  async () => {
    let view;
    const pull = (c) => {
      view = [c.byobRequest.view.byteOffset, c.byobRequest.view.byteLength];
      c.byobRequest.view.set([1, 2, 3]);
      c.byobRequest.respond(3);
    };
    const { stream } = tracedBytes({ pull, autoAllocateChunkSize });
    const { value, done } = await stream.getReader().read();
    assert_array_equals(view, [0, 8], "what the source sees");
    assert_false(done);
    assert_view(value, Uint8Array, 0, [1, 2, 3]);
    assert_equals(value.buffer.byteLength, 8);
  },
  "a read of a default reader gives the source a buffer to fill",
  { requirements: ["auto-buffer"] },
);

for (const size of [1, 5, 1000]) {
  stream_test(
    async () => {
      const { controller, stream } = tracedBytes({ autoAllocateChunkSize: size });
      stream.getReader().read();
      const { view } = controller.byobRequest;
      assert_equals(view.byteOffset, 0, "offset");
      assert_equals(view.byteLength, size, "length");
      assert_equals(view.buffer.byteLength, size, "size of the buffer");
    },
    `with autoAllocateChunkSize ${size} the buffer has ${size} bytes`,
    { requirements: ["auto-buffer"] },
  );
}

stream_test(
  async () => {
    const { controller } = tracedBytes({ autoAllocateChunkSize }, { highWaterMark: 1 });
    await drain();
    assert_equals(controller.byobRequest, null);
  },
  "no buffer is made for a pull which no read has asked for",
  { requirements: ["auto-only-reads"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes({ autoAllocateChunkSize });
    controller.enqueue(new Uint8Array([1]));
    const { value } = await stream.getReader().read();
    assert_view(value, Uint8Array, 0, [1]);
    assert_equals(value.buffer.byteLength, 1);
    assert_equals(controller.byobRequest, null);
  },
  "no buffer is made when the queue can answer",
  { requirements: ["auto-only-reads"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes({ autoAllocateChunkSize });
    const read = stream.getReader().read();
    const request = controller.byobRequest;
    controller.enqueue(new Uint8Array([1, 2]));
    const { value } = await read;
    assert_view(value, Uint8Array, 0, [1, 2]);
    assert_equals(value.buffer.byteLength, 2, "the chunk's own buffer");
    assert_equals(request.view, null, "the request is invalid");
    assert_equals(controller.byobRequest, null);
  },
  "enqueue() instead of respond() hands over the chunk itself",
  { requirements: ["auto-enqueue"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes({ autoAllocateChunkSize });
    const reader = stream.getReader();
    const reads = [reader.read(), reader.read()];
    for (const byte of [1, 2]) {
      assert_equals(controller.byobRequest.view.byteLength, 8);
      controller.byobRequest.view[0] = byte;
      controller.byobRequest.respond(1);
    }
    const results = await Promise.all(reads);
    assert_array_equals(
      results.map(({ value }) => value[0]),
      [1, 2],
    );
    assert_not_equals(results[0].value.buffer, results[1].value.buffer);
  },
  "each waiting read gets a buffer of its own",
  { requirements: ["auto-each-read"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes({ autoAllocateChunkSize });
    const read = stream.getReader({ mode: "byob" }).read(new Uint8Array(3));
    assert_equals(controller.byobRequest.view.byteLength, 3);
    controller.byobRequest.respond(1);
    assert_equals((await read).value.buffer.byteLength, 3);
  },
  "a BYOB reader's own buffer is used",
  { requirements: ["auto-not-byob"] },
);

stream_test(
  async () => {
    const { controller, stream } = tracedBytes({ autoAllocateChunkSize });
    const read = stream.getReader().read();
    const request = controller.byobRequest;
    controller.close();
    assert_done(await read);
    assert_equals(controller.byobRequest, request);
    assert_throws_js(TypeError, () => request.respond(1));
    request.respond(0);
    assert_equals(request.view, null);
  },
  "close() ends the read at once; the source may still give the buffer back",
  { requirements: ["auto-close"] },
);

stream_test(
  async (t) => {
    const error = makeError();
    const { controller, stream } = tracedBytes({ autoAllocateChunkSize });
    const read = stream.getReader().read();
    controller.error(error);
    await promise_rejects_exactly(t, error, read);
    assert_equals(controller.byobRequest, null);
  },
  "error() rejects the read and drops the buffer",
  { requirements: ["auto-error"] },
);

stream_test(
  async (t) => {
    const { controller, stream } = tracedBytes({ autoAllocateChunkSize });
    const first = stream.getReader();
    const lost = first.read();
    const request = controller.byobRequest;
    first.releaseLock();
    await promise_rejects_js(t, TypeError, lost);
    assert_equals(controller.byobRequest, request, "the request survives the release");
    request.view.set([7]);
    request.respond(1);
    const { value } = await stream.getReader().read();
    assert_view(value, Uint8Array, 0, [7]);
  },
  "bytes answered after the reader was released go to the queue",
  { requirements: ["auto-release"] },
);

stream_test(
  async () => {
    let n = 0;
    const pull = (c) => {
      if (n === 3) {
        c.close();
        c.byobRequest.respond(0);
        return;
      }
      c.byobRequest.view[0] = ++n;
      c.byobRequest.respond(1);
    };
    const { stream } = tracedBytes({ pull, autoAllocateChunkSize: 1 });
    const chunks = await readAll(stream);
    assert_array_equals(
      chunks.map(([byte]) => byte),
      [1, 2, 3],
    );
  },
  "a source can fill, close and give back the last buffer",
  { requirements: ["auto-close", "auto-each-read"] },
);

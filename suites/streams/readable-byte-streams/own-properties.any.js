// META: title=Readable byte streams look at views themselves, not at their properties
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-pull-into
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-enqueue
// META: spec=https://streams.spec.whatwg.org/#readable-byte-stream-controller-respond-with-new-view
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

// The view, with own properties that say something else about it than what it is.
function disguised(view) {
  const lies = {
    buffer: new ArrayBuffer(1),
    byteLength: 1,
    byteOffset: 0,
    constructor: Int8Array,
    length: 1,
    BYTES_PER_ELEMENT: 1,
    [Symbol.toStringTag]: "Int8Array",
  };
  for (const key of Reflect.ownKeys(lies)) {
    Object.defineProperty(view, key, { value: lies[key] });
  }
  return view;
}

const makers = {
  "own properties": (type, ...args) => disguised(new type(...args)),
  "a subclass": (type, ...args) => new (class extends type {})(...args),
};

for (const [name, make] of Object.entries(makers)) {
  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      stream.getReader(byob).read(make(Uint16Array, new ArrayBuffer(8), 2, 2));
      const { view } = controller.byobRequest;
      assert_equals(view.byteOffset, 2, "offset");
      assert_equals(view.byteLength, 4, "length");
      assert_equals(view.buffer.byteLength, 8, "buffer");
    },
    `read() asks the source for the bytes of a view with ${name}`,
    { requirements: ["request-view"] },
  );

  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      const read = stream.getReader(byob).read(make(Uint16Array, new ArrayBuffer(8), 2, 2));
      controller.enqueue(new Uint8Array([1, 2, 3, 4]));
      const { value } = await read;
      assert_view(value, Uint16Array, 2, [1, 2, 3, 4]);
      assert_equals(value.buffer.byteLength, 8, "buffer");
    },
    `read() into a view with ${name}`,
    { requirements: ["byob-read-in-place"] },
  );

  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      const view = make(Uint8Array, new ArrayBuffer(8), 2, 3);
      view.set([1, 2, 3]);
      controller.enqueue(view);
      assert_equals(controller.desiredSize, -3);
      const { value } = await stream.getReader().read();
      assert_view(value, Uint8Array, 2, [1, 2, 3]);
      assert_equals(value.buffer.byteLength, 8, "buffer");
    },
    `enqueue() of a view with ${name}`,
    { requirements: ["byte-chunk-type", "byte-desired-size"] },
  );

  stream_test(
    async () => {
      const { controller, stream } = tracedBytes();
      const read = stream.getReader(byob).read(new Uint8Array(new ArrayBuffer(8), 2, 4));
      const { buffer } = controller.byobRequest.view;
      const view = make(Uint8Array, buffer, 2, 3);
      view.set([1, 2, 3]);
      controller.byobRequest.respondWithNewView(view);
      assert_view((await read).value, Uint8Array, 2, [1, 2, 3]);
    },
    `respondWithNewView() with a view with ${name}`,
    { requirements: ["new-view"] },
  );
}

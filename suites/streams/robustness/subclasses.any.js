// META: title=Subclasses of the classes of streams
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: spec=https://streams.spec.whatwg.org/#rs-tee
// META: script=../resources/streams.js
"use strict";

const bytes = () => new ReadableStream({ type: "bytes" });

// Arguments for the constructor of each class that has one.
const classes = {
  ReadableStream: () => [],
  WritableStream: () => [],
  TransformStream: () => [],
  ReadableStreamDefaultReader: () => [new ReadableStream()],
  ReadableStreamBYOBReader: () => [bytes()],
  WritableStreamDefaultWriter: () => [new WritableStream()],
  CountQueuingStrategy: () => [{ highWaterMark: 1 }],
  ByteLengthQueuingStrategy: () => [{ highWaterMark: 1 }],
};

for (const [name, args] of Object.entries(classes)) {
  test(
    () => {
      class Sub extends globalThis[name] {
        own() {
          return this;
        }
      }
      const object = new Sub(...args());
      assert_equals(Object.getPrototypeOf(object), Sub.prototype);
      assert_true(object instanceof globalThis[name]);
      assert_equals(object.own(), object);
      assert_equals(Object.prototype.toString.call(object), `[object ${name}]`);
    },
    `${name}: an instance of a subclass has the subclass's prototype`,
    { requirements: ["idl-subclass"] },
  );

  // Web IDL, "internally create a new object implementing the interface": if the prototype of
  // new.target is no object, it is set to "the interface prototype object for interface in
  // targetRealm".
  test(
    () => {
      function newTarget() {}
      newTarget.prototype = "no object";
      const object = Reflect.construct(globalThis[name], args(), newTarget);
      assert_equals(Object.getPrototypeOf(object), globalThis[name].prototype);
    },
    `${name}: a new.target whose prototype is no object falls back to the class's own`,
    { requirements: ["idl-subclass"] },
  );

  test(
    () => {
      const error = makeError();
      const newTarget = new Proxy(function () {}, {
        get(target, key, receiver) {
          if (key === "prototype") throw error;
          return Reflect.get(target, key, receiver);
        },
      });
      const type = globalThis[name];
      assert_equals(typeof type, "function");
      assert_throws_exactly(error, () => Reflect.construct(type, args(), newTarget));
    },
    `${name}: an exception from the getter of new.target's prototype is passed on`,
    { requirements: ["idl-subclass"] },
  );
}

stream_test(
  async () => {
    class Sub extends ReadableStream {}
    const stream = new Sub({
      start(c) {
        c.enqueue("a");
        c.close();
      },
    });
    assert_array_equals(await readAll(stream), ["a"]);
  },
  "a subclass of ReadableStream can be read",
  { requirements: ["idl-subclass"] },
);

test(
  () => {
    class Sub extends ReadableStream {}
    for (const branch of new Sub().tee()) {
      assert_equals(Object.getPrototypeOf(branch), ReadableStream.prototype);
    }
  },
  "tee() of a subclass gives plain streams",
  { requirements: ["tee-subclass"] },
);

test(
  () => {
    class Sub extends ReadableStream {}
    const branches = new Sub({ type: "bytes" }).tee();
    for (const branch of branches) {
      assert_equals(Object.getPrototypeOf(branch), ReadableStream.prototype);
    }
  },
  "tee() of a subclass with a byte controller gives plain streams",
  { requirements: ["tee-subclass"] },
);

stream_test(
  async () => {
    class Sub extends WritableStream {}
    const chunks = [];
    const stream = new Sub({ write: (chunk) => void chunks.push(chunk) });
    await streamOf("a", "b").pipeTo(stream);
    assert_array_equals(chunks, ["a", "b"]);
  },
  "a subclass of WritableStream can be piped to",
  { requirements: ["idl-subclass"] },
);

stream_test(
  async () => {
    class Sub extends TransformStream {
      constructor() {
        super({ transform: (chunk, c) => c.enqueue(chunk * 2) });
      }
    }
    assert_array_equals(await readAll(streamOf(1, 2).pipeThrough(new Sub())), [2, 4]);
  },
  "a subclass of TransformStream can be piped through",
  { requirements: ["idl-subclass"] },
);

test(
  () => {
    const { readable, writable } = new (class extends TransformStream {})();
    assert_equals(Object.getPrototypeOf(readable), ReadableStream.prototype, "readable");
    assert_equals(Object.getPrototypeOf(writable), WritableStream.prototype, "writable");
  },
  "the sides of a subclass of TransformStream are plain streams",
  { requirements: ["idl-subclass", "ts-sides"] },
);

// Fewer arguments than the IDL requires.
for (const name of [
  "ReadableStreamDefaultReader",
  "ReadableStreamBYOBReader",
  "WritableStreamDefaultWriter",
  "CountQueuingStrategy",
  "ByteLengthQueuingStrategy",
]) {
  test(
    () => {
      const type = globalThis[name];
      assert_equals(typeof type, "function");
      assert_throws_js(TypeError, () => new type());
    },
    `new ${name}() without its argument throws a TypeError`,
    { requirements: ["idl-arguments-count"] },
  );
}

test(
  () => {
    assert_equals(typeof ReadableStream.from, "function");
    assert_throws_js(TypeError, () => ReadableStream.from());
  },
  "from() without its argument throws a TypeError",
  { requirements: ["idl-arguments-count"] },
);

test(
  () => {
    const stream = new ReadableStream();
    assert_throws_js(TypeError, () => stream.pipeThrough());
  },
  "pipeThrough() without its argument throws a TypeError",
  { requirements: ["idl-arguments-count"] },
);

test(
  () => {
    const { controller } = tracedBytes();
    assert_throws_js(TypeError, () => controller.enqueue());
  },
  "enqueue() of a byte controller without its argument throws a TypeError",
  { requirements: ["idl-arguments-count"] },
);

for (const method of ["respond", "respondWithNewView"]) {
  test(
    () => {
      const { controller, stream } = tracedBytes();
      stream.getReader({ mode: "byob" }).read(new Uint8Array(1));
      const request = controller.byobRequest;
      assert_throws_js(TypeError, () => request[method]());
      assert_equals(controller.byobRequest, request, "the request can still be answered");
    },
    `${method}() without its argument throws a TypeError`,
    { requirements: ["idl-arguments-count"] },
  );
}

stream_test(
  async (t) => {
    await promise_rejects_js(t, TypeError, new ReadableStream().pipeTo());
  },
  "pipeTo() without its argument is rejected with a TypeError",
  { requirements: ["idl-arguments-count"] },
);

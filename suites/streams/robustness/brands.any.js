// META: title=An object that only inherits from a class of streams, or is of another one, is refused
// META: spec=https://webidl.spec.whatwg.org/#implements
// META: spec=https://webidl.spec.whatwg.org/#js-interface
// META: script=../resources/streams.js
"use strict";

const byob = { mode: "byob" };

function request() {
  const { controller, stream } = tracedBytes();
  stream.getReader(byob).read(new Uint8Array(4));
  return controller.byobRequest;
}

// One object of each class.
const makers = {
  ReadableStream: () => new ReadableStream(),
  ReadableStreamDefaultReader: () => new ReadableStream().getReader(),
  ReadableStreamBYOBReader: () => tracedBytes().stream.getReader(byob),
  ReadableStreamDefaultController: () => tracedReadable().controller,
  ReadableByteStreamController: () => tracedBytes().controller,
  ReadableStreamBYOBRequest: request,
  WritableStream: () => new WritableStream(),
  WritableStreamDefaultWriter: () => new WritableStream().getWriter(),
  WritableStreamDefaultController: () => tracedWritable().controller,
  TransformStream: () => new TransformStream(),
  TransformStreamDefaultController: () => tracedTransform().controller,
  CountQueuingStrategy: () => new CountQueuingStrategy({ highWaterMark: 1 }),
  ByteLengthQueuingStrategy: () => new ByteLengthQueuingStrategy({ highWaterMark: 1 }),
};

// What the members need, so that nothing but the object itself can be refused.
const GIVEN = {
  enqueue: () => [new Uint8Array(1)],
  pipeThrough: () => [new TransformStream()],
  pipeTo: () => [new WritableStream()],
  read: () => [new Uint8Array(1)],
  respond: () => [1],
  respondWithNewView: () => [new Uint8Array(1)],
};

function classOf(name) {
  assert_equals(typeof globalThis[name], "function", `${name} exists`);
  return globalThis[name];
}

// Every attribute of the class, or every method, has to refuse the object: by an exception, or by
// a rejected promise.
async function assert_refused(t, kind, name, object, description) {
  const { prototype } = classOf(name);
  for (const key of [...Object.getOwnPropertyNames(prototype), Symbol.asyncIterator]) {
    const { get, value } = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
    const member = kind === "attributes" ? get : value;
    if (typeof member !== "function" || key === "constructor") continue;
    const called = `${name}: ${String(key)} on ${description}`;
    let result;
    try {
      result = Reflect.apply(member, object, GIVEN[key]?.() ?? []);
    } catch (error) {
      assert_true(error instanceof TypeError, `${called}: what is thrown`);
      continue;
    }
    assert_equals(typeof result?.then, "function", `${called} fails`);
    await promise_rejects_js(t, TypeError, result, called);
  }
}

const WITHOUT_METHODS = ["TransformStream", "CountQueuingStrategy", "ByteLengthQueuingStrategy"];

for (const name of Object.keys(makers)) {
  for (const [kind, requirements] of Object.entries({
    attributes: ["idl-attribute-brand", "idl-promise-attribute-brand"],
    methods: ["idl-operation-brand", "idl-promise-operation-brand"],
  })) {
    if (kind === "methods" && WITHOUT_METHODS.includes(name)) continue;

    stream_test(
      (t) => {
        const heir = Object.create(classOf(name).prototype);
        return assert_refused(t, kind, name, heir, "an object that inherits its members");
      },
      `${name}: ${kind} refuse an object that only inherits them`,
      { requirements },
    );

    stream_test(
      async (t) => {
        classOf(name);
        for (const [other, make] of Object.entries(makers)) {
          // What a runtime does not have is for the tests of that to tell.
          if (other === name || !globalThis[other]) continue;
          await assert_refused(t, kind, name, make(), `a ${other}`);
        }
      },
      `${name}: ${kind} refuse the objects of the other classes`,
      { requirements },
    );
  }
}

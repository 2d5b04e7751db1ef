// META: title=Streams while the program has replaced their public methods and classes
// META: spec=https://streams.spec.whatwg.org/#readable-stream-pipe-to
// META: spec=https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamtee
// META: script=../resources/streams.js
"use strict";

// Replaces members of prototypes, and classes, by what notes that it was used; undone at the end.
function patchAll(t) {
  const state = { used: [] };
  for (const [name, members] of Object.entries(MEMBERS)) {
    // A class that is missing is the failure of other tests.
    const prototype = globalThis[name]?.prototype;
    for (const member of prototype ? members : []) {
      const property = Object.getOwnPropertyDescriptor(prototype, member);
      if (property === undefined) continue;
      const note = (original) =>
        function (...args) {
          state.used.push(`${name} ${member}`);
          return original.apply(this, args);
        };
      const patched = { ...property };
      for (const key of ["value", "get"]) {
        if (property[key]) patched[key] = note(property[key]);
      }
      Object.defineProperty(prototype, member, patched);
      t.add_cleanup(() => {
        Object.defineProperty(prototype, member, property);
      });
    }
  }
  for (const name of Object.keys(MEMBERS)) {
    const property = Object.getOwnPropertyDescriptor(globalThis, name);
    const note = () => {
      state.used.push(name);
      throw makeError(`${name} was used`);
    };
    Object.defineProperty(globalThis, name, { ...VALUE, value: note });
    t.add_cleanup(() => {
      // Where the global object inherits its classes, it has none of its own.
      if (property === undefined) delete globalThis[name];
      else Object.defineProperty(globalThis, name, property);
    });
  }
  return state;
}

const VALUE = { writable: true, enumerable: false, configurable: true };

const MEMBERS = {
  ReadableStream: ["cancel", "getReader", "locked", "pipeTo", "tee", "values"],
  ReadableStreamDefaultReader: ["read", "cancel", "releaseLock", "closed"],
  ReadableStreamBYOBReader: ["read", "cancel", "releaseLock", "closed"],
  ReadableStreamDefaultController: ["enqueue", "close", "error", "desiredSize"],
  ReadableByteStreamController: ["enqueue", "close", "error", "desiredSize", "byobRequest"],
  ReadableStreamBYOBRequest: ["respond", "respondWithNewView", "view"],
  WritableStream: ["abort", "close", "getWriter", "locked"],
  WritableStreamDefaultWriter: [
    "write",
    "close",
    "abort",
    "releaseLock",
    "ready",
    "closed",
    "desiredSize",
  ],
  WritableStreamDefaultController: ["error", "signal"],
  TransformStream: ["readable", "writable"],
  TransformStreamDefaultController: ["enqueue", "error", "terminate", "desiredSize"],
  CountQueuingStrategy: ["size", "highWaterMark"],
  ByteLengthQueuingStrategy: ["size", "highWaterMark"],
};

// Makes what is used while everything is patched; gives the use, and the check afterwards.
const uses = {
  "tee() of a default stream": () => {
    const { tee } = ReadableStream.prototype;
    const stream = streamOf("a");
    return async () => {
      const branches = tee.call(stream);
      await drain();
      return async () => assert_array_equals(await readAll(branches[1]), ["a"]);
    };
  },
  "tee() of a byte stream": () => {
    const { tee } = ReadableStream.prototype;
    const { controller, stream } = tracedBytes();
    controller.enqueue(new Uint8Array([1]));
    controller.close();
    return async () => {
      const branches = tee.call(stream);
      await drain();
      return async () => assert_equals((await readAll(branches[1]))[0][0], 1);
    };
  },
  "pipeTo()": () => {
    const { pipeTo } = ReadableStream.prototype;
    const source = streamOf("a", "b");
    const { calls, stream } = tracedWritable();
    return async () => {
      await pipeTo.call(source, stream);
      return async () => assert_calls(calls, [["write", "a"], ["write", "b"], "close"]);
    };
  },
  "pipeTo() from an errored stream": () => {
    const { pipeTo } = ReadableStream.prototype;
    const source = erroredStream("reason");
    const { calls, stream } = tracedWritable();
    return async () => {
      await pipeTo.call(source, stream).catch(() => {});
      return async () => assert_calls(calls, [["abort", "reason"]]);
    };
  },
  "pipeThrough()": () => {
    const { pipeThrough } = ReadableStream.prototype;
    const source = streamOf("a");
    const pair = { readable: new ReadableStream(), writable: tracedWritable().stream };
    return async () => {
      const output = pipeThrough.call(source, pair);
      await drain();
      return async () => assert_equals(output, pair.readable);
    };
  },
  "asynchronous iteration": () => {
    const { values } = ReadableStream.prototype;
    const stream = streamOf("a", "b");
    return async () => {
      const iterator = values.call(stream);
      const first = await iterator.next();
      await iterator.return();
      return async () => {
        assert_read(first, "a");
        assert_false(stream.locked);
      };
    };
  },
  "from()": () => {
    const { from } = ReadableStream;
    return async () => {
      const stream = from(["a", "b"]);
      return async () => assert_array_equals(await readAll(stream), ["a", "b"]);
    };
  },
  "new TransformStream()": () => {
    const Original = TransformStream;
    return async () => {
      const stream = new Original();
      return async () => {
        const read = stream.readable.getReader().read();
        stream.writable.getWriter().write("a");
        assert_read(await read, "a");
      };
    };
  },
  "a transform": () => {
    const stream = new TransformStream();
    const read = stream.readable.getReader().read();
    const writer = stream.writable.getWriter();
    const { write } = WritableStreamDefaultWriter.prototype;
    return async () => {
      await write.call(writer, "a");
      return async () => assert_read(await read, "a");
    };
  },
  "aborting a transform stream": () => {
    const { calls, stream } = tracedTransform();
    const { abort } = WritableStream.prototype;
    const { writable } = stream;
    return async () => {
      await abort.call(writable, "why");
      return async () => assert_calls(calls, [["cancel", "why"]]);
    };
  },
  "terminating a transform stream": () => {
    const { controller, stream } = tracedTransform();
    const { terminate } = TransformStreamDefaultController.prototype;
    return async () => {
      terminate.call(controller);
      return async () => assert_array_equals(await readAll(stream.readable), []);
    };
  },
};

for (const [name, make] of Object.entries(uses)) {
  stream_test(
    async (t) => {
      const use = make();
      const undo = [];
      const state = patchAll({ add_cleanup: (f) => undo.push(f) });
      t.add_cleanup(() => {
        for (const f of undo) f();
      });
      let check;
      try {
        check = await use();
      } finally {
        for (const f of undo) f();
      }
      assert_array_equals(state.used, []);
      await check();
    },
    `${name} uses no public method, attribute or class of streams`,
    { requirements: ["patched-methods"] },
  );
}

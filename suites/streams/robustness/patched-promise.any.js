// META: title=Streams while the program has replaced Promise and its methods
// META: spec=https://webidl.spec.whatwg.org/#a-promise-resolved-with
// META: spec=https://webidl.spec.whatwg.org/#js-promise
// META: script=../resources/streams.js
"use strict";

// Each way to patch returns how to undo it. `used` is called when a stream falls for the patch.
const patches = {
  "the global Promise": (used) => {
    globalThis.Promise = class extends UnpatchedPromise {
      constructor(...args) {
        super(...args);
        used();
      }
      static get [Symbol.species]() {
        return UnpatchedPromise;
      }
    };
    return () => {
      globalThis.Promise = UnpatchedPromise;
    };
  },
  "Promise.prototype.then": (used) => {
    const { then } = UnpatchedPromise.prototype;
    UnpatchedPromise.prototype.then = function (...args) {
      used();
      return then.apply(this, args);
    };
    return () => {
      UnpatchedPromise.prototype.then = then;
    };
  },
  "Promise.resolve() and Promise.reject()": (used) => {
    const { resolve, reject } = UnpatchedPromise;
    for (const method of ["resolve", "reject"]) {
      const original = UnpatchedPromise[method];
      UnpatchedPromise[method] = function (...args) {
        used();
        return original.apply(this, args);
      };
    }
    return () => {
      Object.assign(UnpatchedPromise, { resolve, reject });
    };
  },
};

// What is done with streams meanwhile: nothing but await on what the streams give, which looks at
// no patched method. No callback gives a promise: of that then() would be called, as Web IDL says.
const uses = {
  "read() and closed": async () => {
    const reader = streamOf("a").getReader();
    assert_read(await reader.read(), "a");
    await reader.closed;
  },
  "cancel()": async () => {
    await new ReadableStream({ cancel: () => {} }).cancel();
  },
  "start and pull": async () => {
    const start = () => {};
    const pull = (c) => c.enqueue("a");
    const stream = new ReadableStream({ start, pull }, { highWaterMark: 0 });
    assert_read(await stream.getReader().read(), "a");
  },
  "for await": async () => {
    let n = 0;
    for await (const _ of streamOf("a", "b")) n++;
    assert_equals(n, 2);
  },
  "tee()": async () => {
    const branches = streamOf("a").tee();
    assert_read(await branches[0].getReader().read(), "a");
    assert_read(await branches[1].getReader().read(), "a");
  },
  "read() into a view": async () => {
    const { controller, stream } = tracedBytes();
    const read = stream.getReader({ mode: "byob" }).read(new Uint8Array(2));
    controller.enqueue(new Uint8Array([1]));
    assert_equals((await read).value.byteLength, 1);
  },
  "write() and close()": async () => {
    const writer = new WritableStream({ write: () => {}, close: () => {} }).getWriter();
    await writer.ready;
    await writer.write("a");
    await writer.close();
    await writer.closed;
  },
  "abort()": async () => {
    await new WritableStream({ abort: () => {} }).abort();
  },
  "pipeTo()": async () => {
    await streamOf("a", "b").pipeTo(new WritableStream());
  },
  "pipeThrough()": async () => {
    const pair = { readable: new ReadableStream(), writable: new WritableStream() };
    assert_equals(streamOf("a").pipeThrough(pair), pair.readable);
    await drain();
  },
};

for (const [what, patch] of Object.entries(patches)) {
  for (const [name, use] of Object.entries(uses)) {
    stream_test(
      async (t) => {
        // What the test itself is run by has looked at the promises by then.
        await undefined;
        let used = false;
        const undo = patch(() => {
          used = true;
        });
        t.add_cleanup(undo);
        try {
          await use();
        } finally {
          undo();
        }
        assert_false(used);
      },
      `${name} does not use a patch of ${what}`,
      { requirements: ["patched-promise"] },
    );
  }
}

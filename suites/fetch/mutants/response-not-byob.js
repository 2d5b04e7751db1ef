// META: fault=The body of a response of fetch() is no byte stream.
// META: requirement=response-stream-byob
const bodies = new WeakSet();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (response.body) bodies.add(response.body);
      return response;
    },
);
mutate(
  ReadableStream.prototype,
  "getReader",
  (original) =>
    function (...args) {
      if (bodies.has(this) && args[0]?.mode) throw new TypeError("not a byte stream");
      return original.apply(this, args);
    },
);

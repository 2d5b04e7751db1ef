// Shared by the tests of bodies. Nothing here touches a platform API before it is called.
"use strict";

const utf8 = (string) => new TextEncoder().encode(string);

const bytesFrom = (...values) => Uint8Array.from(values);

// A stream that gives its chunks and closes.
function streamOf(...chunks) {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function readChunks(stream) {
  const reader = stream.getReader();
  const chunks = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
  }
}

async function readBytes(stream) {
  const all = [];
  for (const chunk of await readChunks(stream)) all.push(...chunk);
  return Uint8Array.from(all);
}

function assert_bytes(actual, expected, description) {
  assert_array_equals(Array.from(actual), Array.from(expected), description);
}

// The two interfaces with the Body mixin, made from the same arguments.
const bodyHolders = [
  {
    name: "Request",
    make: (body, headers) =>
      new Request("http://host.example/", { method: "POST", duplex: "half", body, headers }),
  },
  { name: "Response", make: (body, headers) => new Response(body, { headers }) },
];

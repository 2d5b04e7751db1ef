// META: fault=bytes() gives a view of a part of a larger buffer.
// META: requirement=body-bytes
mutate(
  Response.prototype,
  "bytes",
  (original) =>
    async function () {
      const bytes = await original.call(this);
      const larger = new Uint8Array(bytes.length + 16);
      larger.set(bytes, 8);
      return larger.subarray(8, 8 + bytes.length);
    },
);

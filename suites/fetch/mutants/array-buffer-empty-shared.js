// META: fault=arrayBuffer() without a body gives the same buffer each time.
// META: requirement=body-new-object
const buffers = new WeakMap();
mutate(
  Request.prototype,
  "arrayBuffer",
  (original) =>
    async function () {
      const buffer = await original.call(this);
      if (this.body !== null) return buffer;
      if (!buffers.has(this)) buffers.set(this, buffer);
      return buffers.get(this);
    },
);

// META: fault=Cancelling the body of a response reads on and drops what comes.
// META: requirement=cancel-connection
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
  "cancel",
  (original) =>
    async function (...args) {
      if (!bodies.has(this) || this.locked) return original.apply(this, args);
      const reader = this.getReader();
      const end = Date.now() + 4000;
      (async () => {
        while (Date.now() < end && !(await reader.read()).done);
        await reader.cancel();
      })().catch(() => {});
      return undefined;
    },
);

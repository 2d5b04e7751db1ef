// META: fault=Values of response headers are decoded as UTF-8 where they are it.
// META: requirement=response-headers-read
const fetched = new WeakSet();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      fetched.add(response.headers);
      return response;
    },
);
mutate(
  Headers.prototype,
  "get",
  (original) =>
    function (...args) {
      const value = original.apply(this, args);
      if (!fetched.has(this) || !/[\x80-\xff]/.test(value)) return value;
      const bytes = Uint8Array.from(value, (unit) => unit.charCodeAt(0));
      try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch {
        return value;
      }
    },
);

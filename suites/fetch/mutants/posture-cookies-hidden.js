// META: fault=A server's fetch() hides Set-Cookie of a response.
// META: requirement=posture-set-cookie
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
  "getSetCookie",
  (original) =>
    function () {
      return fetched.has(this) ? [] : original.call(this);
    },
);

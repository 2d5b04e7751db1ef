// META: fault=Content-Encoding and Content-Length are taken away where a body was decoded.
// META: requirement=coding-headers
const fetched = new WeakSet();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (response.headers.has("Content-Encoding")) fetched.add(response.headers);
      return response;
    },
);
mutate(
  Headers.prototype,
  "get",
  (original) =>
    function (...args) {
      const value = original.apply(this, args);
      return fetched.has(this) && /^content-(encoding|length)$/i.test(args[0]) ? null : value;
    },
);

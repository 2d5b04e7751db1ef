// META: fault=The response to HEAD has an empty stream as body.
// META: requirement=head-no-body
const bodies = new WeakMap();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (args[1]?.method === "HEAD" && response.status === 200 && /^http/.test(args[0])) {
        bodies.set(response, new Response("").body);
      }
      return response;
    },
);
mutateGetter(
  Response.prototype,
  "body",
  (original) =>
    function () {
      return bodies.get(this) ?? original.call(this);
    },
);

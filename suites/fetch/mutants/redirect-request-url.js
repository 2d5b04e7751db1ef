// META: fault=The url of a request becomes that of the redirect.
// META: requirement=redirect-request-url
const urls = new WeakMap();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (args[0] instanceof Request && response.redirected) urls.set(args[0], response.url);
      return response;
    },
);
mutateGetter(
  Request.prototype,
  "url",
  (original) =>
    function () {
      return urls.get(this) ?? original.call(this);
    },
);

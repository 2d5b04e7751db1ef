// META: fault=The url of the response to a data: URL has its fragment.
// META: requirement=data-url
const urls = new WeakMap();
mutate(
  globalThis,
  "fetch",
  (original) =>
    async function (...args) {
      const response = await original.apply(this, args);
      if (/^data:.*#/is.test(args[0])) urls.set(response, new Request(args[0]).url);
      return response;
    },
);
mutateGetter(
  Response.prototype,
  "url",
  (original) =>
    function () {
      return urls.get(this) ?? original.call(this);
    },
);

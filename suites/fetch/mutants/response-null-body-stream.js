// META: fault=A response of fetch() with status 204 has an empty stream as body.
// META: requirement=null-body-status
const streams = new WeakMap();
mutateGetter(
  Response.prototype,
  "body",
  (original) =>
    function () {
      const body = original.call(this);
      if (body || this.status !== 204 || !this.url) return body;
      if (!streams.has(this)) streams.set(this, new Response("").body);
      return streams.get(this);
    },
);

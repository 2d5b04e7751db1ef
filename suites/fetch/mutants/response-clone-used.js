// META: fault=clone() of a response whose body was used gives one without a body.
// META: requirement=response-clone-used
mutate(
  Response.prototype,
  "clone",
  (original) =>
    function () {
      if (!this.bodyUsed) return original.call(this);
      const { headers, status, statusText } = this;
      return new Response(null, { headers, status, statusText });
    },
);

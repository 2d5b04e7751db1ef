// META: fault=clone() of a request whose body was used gives one without a body.
// META: requirement=request-clone-used
mutate(
  Request.prototype,
  "clone",
  (original) =>
    function () {
      if (!this.bodyUsed) return original.call(this);
      const { headers, method, signal, url } = this;
      return new Request(url, { headers, method, signal });
    },
);

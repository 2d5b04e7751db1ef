// META: fault=The response to a data: URL has no status message.
// META: requirement=data-response
mutateGetter(
  Response.prototype,
  "statusText",
  (original) =>
    function () {
      return this.url.startsWith("data:") ? "" : original.call(this);
    },
);

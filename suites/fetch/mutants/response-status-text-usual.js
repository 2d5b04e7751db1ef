// META: fault=The statusText of a response is the usual one of its status, whatever the server says.
// META: requirement=response-status-text
mutateGetter(
  Response.prototype,
  "statusText",
  (original) =>
    function () {
      const text = original.call(this);
      if (!this.url.startsWith("http:")) return text;
      return { 200: "OK", 404: "Not Found", 500: "Internal Server Error" }[this.status] ?? text;
    },
);

// META: fault=Over HTTP/2 the statusText is the usual one of the status.
// META: requirement=http2-status-text
// Only the tests over HTTP/2 can notice it, which a runtime without HTTP/2 skips.
mutateGetter(
  Response.prototype,
  "statusText",
  (original) =>
    function () {
      const text = original.call(this);
      return text === "" && this.status === 200 && this.url.startsWith("https:") ? "OK" : text;
    },
);

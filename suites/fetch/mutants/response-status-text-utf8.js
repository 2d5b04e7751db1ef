// META: fault=The statusText of a response is decoded as UTF-8.
// META: requirement=response-status-text
// Node.js has this fault itself: its tests fail without the mutant, and can notice nothing.
mutateGetter(
  Response.prototype,
  "statusText",
  (original) =>
    function () {
      const text = original.call(this);
      if (!this.url.startsWith("http:") || !/[\x80-\xff]/.test(text)) return text;
      return new TextDecoder().decode(Uint8Array.from(text, (unit) => unit.charCodeAt(0)));
    },
);

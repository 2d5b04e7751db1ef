// META: fault=textStream() decodes with the charset of Content-Type.
// META: requirement=text-stream-charset
mutate(
  Response.prototype,
  "textStream",
  (original) =>
    function () {
      const [, charset] = /;charset=([\w-]+)/i.exec(this.headers.get("Content-Type")) ?? [];
      if (!charset || !this.body || this.bodyUsed || this.body.locked) return original.call(this);
      return this.body.pipeThrough(new TextDecoderStream(charset));
    },
);

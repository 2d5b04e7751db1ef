// META: fault=A Blob is sent in chunks, without Content-Length.
// META: requirement=content-length-sent
mutate(
  globalThis,
  "fetch",
  (original) =>
    function (...args) {
      const [input, init] = args;
      if (!(init?.body instanceof Blob) || !/^http:/.test(input)) return original.apply(this, args);
      const { body, ...others } = init;
      const headers = new Headers(init.headers);
      if (body.type && !headers.has("Content-Type")) headers.set("Content-Type", body.type);
      return original.call(this, input, {
        ...others,
        headers,
        body: body.stream(),
        duplex: "half",
      });
    },
);

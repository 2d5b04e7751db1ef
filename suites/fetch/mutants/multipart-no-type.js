// META: fault=A file without type is a part without Content-Type.
// META: requirement=multipart-file
mutateConstructor(globalThis, "Response", (args, construct) => {
  const response = construct(args);
  if (!(args[0] instanceof FormData)) return response;
  const type = response.headers.get("Content-Type");
  const change = (text) => text.replaceAll("\r\nContent-Type: application/octet-stream", "");
  return construct([rewritten(response, change), { headers: { "Content-Type": type } }]);
});
// A byte stream of the body with its text changed, each byte a code unit.
function rewritten(response, change) {
  return new ReadableStream({
    type: "bytes",
    async start(controller) {
      const text = String.fromCharCode(...(await response.bytes()));
      controller.enqueue(Uint8Array.from(change(text), (unit) => unit.charCodeAt(0)));
      controller.close();
    },
  });
}

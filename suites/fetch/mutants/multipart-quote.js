// META: fault=Quotation marks in the names of a form are written with a backslash.
// META: requirement=multipart-escape
mutateConstructor(globalThis, "Response", (args, construct) => {
  const response = construct(args);
  if (!(args[0] instanceof FormData)) return response;
  const type = response.headers.get("Content-Type");
  return construct([
    rewritten(response, (text) => text.replaceAll("%22", '\\"')),
    { headers: { "Content-Type": type } },
  ]);
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

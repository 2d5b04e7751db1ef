// META: fault=Line breaks in the files of a form are normalised like those of values.
// META: requirement=multipart-newlines
mutateConstructor(globalThis, "Response", (args, construct) => {
  const response = construct(args);
  if (!(args[0] instanceof FormData)) return response;
  const type = response.headers.get("Content-Type");
  const delimiter = `\r\n--${type.replace(/.*boundary=/, "")}`;
  const change = (text) =>
    text
      .split(delimiter)
      .map((part) => {
        const [head, ...content] = part.split("\r\n\r\n");
        if (!head.includes("filename=")) return part;
        return `${head}\r\n\r\n${content.join("\r\n\r\n").replace(/\r\n|\r|\n/g, "\r\n")}`;
      })
      .join(delimiter);
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

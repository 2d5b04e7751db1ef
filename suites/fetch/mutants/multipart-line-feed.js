// META: fault=Lone line feeds in the values of a form stay as they are.
// META: requirement=multipart-newlines
const mark = "\u{f0000}";
mutateConstructor(globalThis, "Response", (args, construct) => {
  const [form, ...others] = args;
  if (!(form instanceof FormData)) return construct(args);
  const marked = new FormData();
  for (const [name, value] of form) {
    if (typeof value === "string") marked.append(name, value.replace(/(?<!\r)\n/g, mark));
    else marked.append(name, value, value.name);
  }
  const response = construct([marked, ...others]);
  const type = response.headers.get("Content-Type");
  const body = new ReadableStream({
    type: "bytes",
    async start(controller) {
      const text = String.fromCharCode(...(await response.bytes())).replaceAll(
        "\xf3\xb0\x80\x80",
        "\n",
      );
      controller.enqueue(Uint8Array.from(text, (unit) => unit.charCodeAt(0)));
      controller.close();
    },
  });
  return construct([body, { headers: { "Content-Type": type } }]);
});

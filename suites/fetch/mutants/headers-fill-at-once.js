// META: fault=new Headers() validates each entry of a sequence before it converts the next.
// META: requirement=headers-convert-first
const { append, entries } = Headers.prototype;
mutateConstructor(globalThis, "Headers", (args, construct) => {
  if (!Array.isArray(args[0])) return construct(args);
  const headers = construct([]);
  for (const pair of args[0]) {
    for (const [name, value] of entries.call(construct([[pair]]))) {
      append.call(headers, name, value);
    }
  }
  return headers;
});

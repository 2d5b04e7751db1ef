// META: fault=A lone surrogate in the body of a response becomes three bytes.
// META: requirement=body-init-types
mutateConstructor(globalThis, "Response", (args, construct) => {
  const [body, ...others] = args;
  if (typeof body !== "string" || !/\p{Surrogate}/u.test(body)) return construct(args);
  const bytes = Array.from(body).flatMap((character) => {
    const unit = character.charCodeAt(0);
    return /\p{Surrogate}/u.test(character)
      ? [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
      : Array.from(new TextEncoder().encode(character));
  });
  const response = construct([Uint8Array.from(bytes), ...others]);
  if (!response.headers.has("Content-Type")) {
    response.headers.set("Content-Type", "text/plain;charset=UTF-8");
  }
  return response;
});

// META: fault=new Request() accepts a URL with a user name and no password, and leaves the name out.
// META: requirement=request-url-credentials
mutateConstructor(globalThis, "Request", (args, construct) => {
  const [input, ...others] = args;
  if (typeof input !== "string" || !URL.canParse(input)) return construct(args);
  const url = new URL(input);
  if (!url.username || url.password) return construct(args);
  url.username = "";
  return construct([url.href, ...others]);
});

// META: fault=A copy of a Headers object has its Set-Cookie headers joined to one.
// META: requirement=headers-copy-set-cookie
const { getSetCookie, set } = Headers.prototype;
mutateConstructor(globalThis, "Headers", (args, construct) => {
  const headers = construct(args);
  const cookies = args[0] instanceof Headers ? getSetCookie.call(headers) : [];
  if (cookies.length > 1) set.call(headers, "set-cookie", cookies.join(", "));
  return headers;
});

// META: fault=statusText may hold no bytes beyond ASCII.
// META: requirement=status-text
mutateInit("Response", "statusText", (text) => {
  if (/[\x80-\xff]/.test(text)) throw new TypeError("not a reason-phrase");
  return text;
});

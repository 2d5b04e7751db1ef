// META: fault=statusText may hold no tab.
// META: requirement=status-text
mutateInit("Response", "statusText", (text) => {
  if (/\t/.test(text)) throw new TypeError("not a reason-phrase");
  return text;
});

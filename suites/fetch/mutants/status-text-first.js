// META: fault=statusText is checked before the range of the status.
// META: requirement=status-checked-first
mutateInit("Response", "statusText", (text) => {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) throw new TypeError("not a reason-phrase");
  return text;
});

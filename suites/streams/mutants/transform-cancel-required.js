// META: fault=A transformer without cancel can't be canceled.
// META: requirement=ts-cancel-absent
"use strict";

mutateConstructor(globalThis, "TransformStream", (args, construct) => {
  const [transformer = {}, ...others] = args;
  const cancel = (value) => value ?? (() => Promise.reject(new TypeError("no cancel()")));
  return construct([withValues(transformer, { cancel }), ...others]);
});

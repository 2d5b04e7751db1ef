// META: fault=A pipe notices in a later microtask that its signal is aborted already.
// META: requirement=pipe-signal-before
"use strict";

function signal(value) {
  if (!(value instanceof AbortSignal) || !value.aborted) return value;
  const other = new AbortController();
  whenSettled(undefined, () => other.abort(value.reason));
  return other.signal;
}

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args.length > 1) args[1] = withValues(args[1], { signal });
    return Reflect.apply(pipeTo, this, args);
  };
});

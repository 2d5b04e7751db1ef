// META: fault=A pipe that its signal ends is rejected with an AbortError, whatever the reason.
// META: requirement=pipe-signal-reason
"use strict";

function signal(value) {
  if (!(value instanceof AbortSignal)) return value;
  const other = new AbortController();
  const follow = () => other.abort(undefined);
  if (value.aborted) follow();
  else value.addEventListener("abort", follow);
  return other.signal;
}

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    if (args.length > 1) args[1] = withValues(args[1], { signal });
    return Reflect.apply(pipeTo, this, args);
  };
});

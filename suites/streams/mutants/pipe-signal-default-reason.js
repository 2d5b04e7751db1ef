// META: fault=A pipe that its signal ends is rejected with an AbortError, whatever the reason.
// META: requirement=pipe-signal-reason
"use strict";

mutate(ReadableStream.prototype, "pipeTo", (pipeTo) => {
  return function (...args) {
    const signal = args[1]?.signal;
    if (!(signal instanceof AbortSignal)) return Reflect.apply(pipeTo, this, args);
    const other = new AbortController();
    if (signal.aborted) other.abort();
    else signal.addEventListener("abort", () => other.abort());
    args[1] = { ...args[1], signal: other.signal };
    return Reflect.apply(pipeTo, this, args);
  };
});

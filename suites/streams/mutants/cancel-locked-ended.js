// META: fault=cancel() of a locked stream is fulfilled where its reader has seen the end.
// META: requirement=rs-cancel-locked
"use strict";

const ended = new WeakSet();
const { closed } = Object.getOwnPropertyDescriptors(ReadableStreamDefaultReader.prototype);

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    const reader = getReader.apply(this, args);
    if (!args[0]?.mode) {
      const end = () => void ended.add(this);
      whenSettled(closed.get.call(reader), end);
    }
    return reader;
  };
});

mutate(ReadableStream.prototype, "cancel", (cancel) => {
  return function (reason) {
    return ended.has(this) ? Promise.resolve() : cancel.call(this, reason);
  };
});

// META: fault=close() while the stream is closing gives the promise of the first close().
// META: requirement=close-closing
"use strict";

const closing = new WeakMap();

mutate(WritableStreamDefaultWriter.prototype, "close", (close) => {
  return function () {
    if (!closing.has(this)) closing.set(this, close.call(this));
    return closing.get(this);
  };
});

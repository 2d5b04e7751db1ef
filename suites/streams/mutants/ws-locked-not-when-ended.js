// META: fault=locked is false once the stream is closed, though a writer still holds it.
// META: requirement=ws-locked
"use strict";

const closed = new WeakSet();

mutate(WritableStream.prototype, "getWriter", (getWriter) => {
  return function () {
    const writer = getWriter.call(this);
    whenSettled(writer.closed, () => closed.add(this));
    return writer;
  };
});

mutateGetter(WritableStream.prototype, "locked", (locked) => {
  return function () {
    return locked.call(this) && !closed.has(this);
  };
});

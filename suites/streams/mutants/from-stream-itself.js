// META: fault=from() of a stream gives the stream itself.
// META: requirement=from-stream
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    return iterable instanceof ReadableStream && !iterable.locked ? iterable : from(iterable);
  };
});

// META: fault=from() enqueues the promises among the values of a synchronous iterable as they are.
// META: requirement=from-sync-values
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    if (!Array.isArray(iterable)) return from(iterable);
    let index = 0;
    return new ReadableStream(
      {
        pull(controller) {
          if (index < iterable.length) controller.enqueue(iterable[index++]);
          else controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  };
});

// META: fault=from() looks up next of the iterator at each call.
// META: requirement=from-next-captured
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    const method = iterable?.[Symbol.asyncIterator];
    if (typeof method !== "function") return from(iterable);
    return from({
      [Symbol.asyncIterator]() {
        const iterator = Reflect.apply(method, iterable, []);
        if (Object(iterator) !== iterator) return iterator;

        return {
          next: () => iterator.next(),
          get return() {
            return iterator.return?.bind(iterator);
          },
        };
      },
    });
  };
});

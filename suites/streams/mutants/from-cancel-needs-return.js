// META: fault=cancel() is rejected when the iterator has no return().
// META: requirement=from-cancel-no-return
"use strict";

mutate(ReadableStream, "from", (from) => {
  return function (iterable) {
    const method = iterable?.[Symbol.asyncIterator];
    if (typeof method !== "function") return from(iterable);
    return from({
      [Symbol.asyncIterator]() {
        const iterator = Reflect.apply(method, iterable, []);
        if (Object(iterator) !== iterator) return iterator;

        const next = iterator.next;
        return {
          next: () => Reflect.apply(next, iterator, []),
          get return() {
            return iterator.return?.bind(iterator) ?? (() => undefined);
          },
        };
      },
    });
  };
});

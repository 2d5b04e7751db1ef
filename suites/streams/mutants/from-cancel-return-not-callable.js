// META: fault=cancel() is fulfilled when return of the iterator is not callable.
// META: requirement=from-cancel-callable
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
            const original = iterator.return;
            return typeof original === "function" ? original.bind(iterator) : undefined;
          },
        };
      },
    });
  };
});

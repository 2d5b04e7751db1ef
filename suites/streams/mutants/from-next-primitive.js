// META: fault=from() takes a result of next() that is no object for one without done and value.
// META: requirement=from-next-object
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
          next: async () => Object(await Reflect.apply(next, iterator, [])),
          get return() {
            return iterator.return?.bind(iterator);
          },
        };
      },
    });
  };
});

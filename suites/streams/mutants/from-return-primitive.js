// META: fault=from() does not look at what return() gives.
// META: requirement=from-cancel-object
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
            if (typeof original !== "function") return original;
            return async (reason) => Object(await Reflect.apply(original, iterator, [reason]));
          },
        };
      },
    });
  };
});

// META: fault=cancel() of a stream made by from() calls return() twice.
// META: requirement=from-cancel
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
            return (reason) => {
              Reflect.apply(original, iterator, [reason]);
              return Reflect.apply(original, iterator, [reason]);
            };
          },
        };
      },
    });
  };
});

// META: fault=cancel() of a stream made by from() does not wait for the promise of return().
// META: requirement=from-cancel-waits
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
              const result = Reflect.apply(original, iterator, [reason]);
              result?.then?.(undefined, () => {});
              return {};
            };
          },
        };
      },
    });
  };
});

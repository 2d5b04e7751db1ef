// META: fault=An exception from the getter of value of a result makes the chunk undefined.
// META: requirement=from-result-getters
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
          async next() {
            const result = await Reflect.apply(next, iterator, []);
            if (Object(result) !== result || result.done) return result;
            try {
              return { done: false, value: result.value };
            } catch {
              return { done: false, value: undefined };
            }
          },
          get return() {
            return iterator.return?.bind(iterator);
          },
        };
      },
    });
  };
});

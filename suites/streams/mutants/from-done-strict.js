// META: fault=from() takes a result for the end only when its done is true itself.
// META: requirement=from-done
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
            if (Object(result) !== result) return result;
            const { done } = result;
            return done && done !== true ? { done: false, value: result.value } : result;
          },
          get return() {
            return iterator.return?.bind(iterator);
          },
        };
      },
    });
  };
});

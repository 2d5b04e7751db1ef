// META: fault=from() reads the value of a result that is done.
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
            if (Object(result) === result) Reflect.get(result, "value");
            return result;
          },
          get return() {
            return iterator.return?.bind(iterator);
          },
        };
      },
    });
  };
});

// Runs part of a file's tests by their number: the variant `?1-100` runs the first hundred,
// `?101-last` all the others. `subsetTest(promise_test, ...)` stands for `promise_test(...)`.
(() => {
  "use strict";

  const range = /[?&](\d+)-(\d+|last)(?:&|$)/.exec(globalThis.location?.search ?? "");
  const first = range ? Number(range[1]) : 0;
  const last = range && range[2] !== "last" ? Number(range[2]) : Infinity;
  let count = 0;

  globalThis.shouldRunSubTest = (number) => first <= number && number <= last;

  globalThis.subsetTest = (define, ...args) => {
    count += 1;
    return globalThis.shouldRunSubTest(count) ? define(...args) : null;
  };
})();

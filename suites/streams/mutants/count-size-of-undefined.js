// META: fault=size() of a CountQueuingStrategy is 0 for undefined.
// META: requirement=count-size
"use strict";

const { size } = { size: (...args) => (args.length > 0 && args[0] === undefined ? 0 : 1) };
Object.defineProperty(size, "length", { value: 0 });

mutateGetter(CountQueuingStrategy.prototype, "size", (get) => {
  return function () {
    get.call(this);
    return size;
  };
});

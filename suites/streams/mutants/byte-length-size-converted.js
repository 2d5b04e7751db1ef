// META: fault=size() of a ByteLengthQueuingStrategy converts byteLength to a number.
// META: requirement=byte-length-size
"use strict";

const { size } = { size: (chunk) => Number(chunk.byteLength) };

mutateGetter(ByteLengthQueuingStrategy.prototype, "size", (get) => {
  return function () {
    get.call(this);
    return size;
  };
});

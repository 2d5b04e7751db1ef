// META: fault=size() of a ByteLengthQueuingStrategy is undefined for null and undefined, where it should throw.
// META: requirement=byte-length-size-throws
"use strict";

const { size } = { size: (chunk) => chunk?.byteLength };

mutateGetter(ByteLengthQueuingStrategy.prototype, "size", (get) => {
  return function () {
    get.call(this);
    return size;
  };
});

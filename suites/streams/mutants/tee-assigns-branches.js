// META: fault=tee() puts its branches into the array by assignment.
// META: requirement=patched-array
// Node.js fails patched-array.any.js as a whole, so that nobody notices this there.
"use strict";

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const branches = tee.call(this);
    const array = [];
    array[0] = branches[0];
    array[1] = branches[1];
    return array;
  };
});

// META: fault=The branches of a byte stream are default streams: they have no BYOB readers.
// META: requirement=byte-tee-branches
"use strict";

const branches = new WeakSet();

mutate(ReadableStream.prototype, "tee", (tee) => {
  return function () {
    const both = tee.call(this);
    branches.add(both[0]).add(both[1]);
    return both;
  };
});

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    if (args[0]?.mode && branches.has(this)) throw new TypeError("not a byte stream");
    return getReader.apply(this, args);
  };
});

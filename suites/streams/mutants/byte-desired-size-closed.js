// META: fault=desiredSize of a byte controller is null once the stream is closed.
// META: requirement=byte-desired-size-closed
"use strict";

const closed = new WeakSet();

mutate(ReadableByteStreamController.prototype, "close", (close) => {
  return function () {
    close.call(this);
    closed.add(this);
  };
});

mutateGetter(ReadableByteStreamController.prototype, "desiredSize", (desiredSize) => {
  return function () {
    const size = desiredSize.call(this);
    return size === 0 && closed.has(this) ? null : size;
  };
});

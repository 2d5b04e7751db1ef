// META: fault=locked is false once the stream is closed, though a reader still holds it.
// META: requirement=rs-locked
"use strict";

const streams = new WeakMap();
const closed = new WeakSet();

mutateConstructor(globalThis, "ReadableStream", (args, construct) => {
  let own;
  const source = withMembers(args[0], {
    start: (start) =>
      function (controller) {
        own = controller;
        return Reflect.apply(start, this, [controller]);
      },
  });
  const stream = construct([source, args[1]]);
  if (own) streams.set(own, stream);
  return stream;
});

mutate(ReadableStreamDefaultController.prototype, "close", (close) => {
  return function () {
    close.call(this);
    if (streams.has(this)) closed.add(streams.get(this));
  };
});

mutateGetter(ReadableStream.prototype, "locked", (locked) => {
  return function () {
    return locked.call(this) && !closed.has(this);
  };
});

"use strict";

// A SharedArrayBuffer. HTML takes the constructor's name away from pages that are not cross-origin
// isolated; there, WebAssembly still gives an instance.
function sharedBuffer(byteLength) {
  const Shared =
    globalThis.SharedArrayBuffer ??
    new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.constructor;
  return new Shared(byteLength);
}

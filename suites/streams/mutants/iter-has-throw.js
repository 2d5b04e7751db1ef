// META: fault=Iterators of streams have a method throw().
// META: requirement=iter-no-throw-method
"use strict";

const prototype = Object.getPrototypeOf(new ReadableStream().values());

Object.defineProperty(prototype, "throw", {
  configurable: true,
  enumerable: true,
  writable: true,
  value: {
    throw(reason) {
      return Promise.reject(reason);
    },
  }.throw,
});

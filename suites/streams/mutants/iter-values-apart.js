// META: fault=Symbol.asyncIterator and values are two functions.
// META: requirement=iter-values
"use strict";

const { values } = ReadableStream.prototype;
const property = Object.getOwnPropertyDescriptor(ReadableStream.prototype, Symbol.asyncIterator);
const { value } = {
  value(...args) {
    return Reflect.apply(values, this, args);
  },
};

Object.defineProperty(value, "name", { value: "values" });
Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, { ...property, value });

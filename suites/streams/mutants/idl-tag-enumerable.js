// META: fault=The class strings of streams are enumerable properties.
// META: requirement=idl-class-string
"use strict";

for (const { prototype } of [ReadableStream, WritableStream, TransformStream]) {
  const property = Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag);
  Object.defineProperty(prototype, Symbol.toStringTag, { ...property, enumerable: true });
}

// META: fault=The length of ReadableStream.from() is 0.
// META: requirement=idl-static-operations
"use strict";

Object.defineProperty(ReadableStream.from, "length", { value: 0 });

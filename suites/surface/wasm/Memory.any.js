// META: title=The shape of WebAssembly.Memory
// META: spec=https://webassembly.github.io/spec/js-api/#memories
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("WebAssembly.Memory", {
  construct: 1,
  readonly: ["buffer"],
  operations: {
    grow: 1,
    toFixedLengthBuffer: 0,
    toResizableBuffer: 0,
  },
});

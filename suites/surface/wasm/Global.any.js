// META: title=The shape of WebAssembly.Global
// META: spec=https://webassembly.github.io/spec/js-api/#globals
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("WebAssembly.Global", {
  construct: 1,
  writable: ["value"],
  operations: {
    valueOf: 0,
  },
});

// META: title=The shape of WebAssembly.Table
// META: spec=https://webassembly.github.io/spec/js-api/#tables
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("WebAssembly.Table", {
  construct: 1,
  readonly: ["length"],
  operations: {
    grow: 1,
    get: 1,
    set: 1,
  },
});

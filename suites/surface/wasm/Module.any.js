// META: title=The shape of WebAssembly.Module
// META: spec=https://webassembly.github.io/spec/js-api/#modules
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("WebAssembly.Module", {
  moduleSource: true,
  construct: 1,
  static: {
    exports: 1,
    imports: 1,
    customSections: 2,
  },
});

// META: title=The shape of WebAssembly.Exception
// META: spec=https://webassembly.github.io/spec/js-api/#exceptions
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("WebAssembly.Exception", {
  construct: 2,
  readonly: ["stack"],
  changed: {
    "length of getArg": "exception-get-arg-tag",
  },
  operations: {
    getArg: 2,
    is: 1,
  },
});

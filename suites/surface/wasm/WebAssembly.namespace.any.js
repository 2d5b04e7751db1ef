// META: title=The shape of WebAssembly
// META: spec=https://webassembly.github.io/spec/js-api/#webassembly-namespace
// META: spec=https://webidl.spec.whatwg.org/#js-namespaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/namespace.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testNamespace("WebAssembly", {
  readonly: ["JSTag"],
  operations: {
    validate: 1,
    compile: 1,
    instantiate: 1,
    compileStreaming: 1,
    instantiateStreaming: 1,
  },
});

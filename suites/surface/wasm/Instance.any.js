// META: title=The shape of WebAssembly.Instance
// META: spec=https://webassembly.github.io/spec/js-api/#instances
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("WebAssembly.Instance", {
  construct: 1,
  readonly: ["exports"],
});

// META: title=The shape of DecompressionStream
// META: spec=https://compression.spec.whatwg.org/#decompression-stream
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("DecompressionStream", {
  construct: 1,
  readonly: ["readable", "writable"],
});

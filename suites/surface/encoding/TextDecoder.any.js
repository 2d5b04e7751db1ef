// META: title=The shape of TextDecoder
// META: spec=https://encoding.spec.whatwg.org/#interface-textdecoder
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("TextDecoder", {
  construct: 0,
  readonly: ["encoding", "fatal", "ignoreBOM"],
  operations: {
    decode: 0,
  },
});

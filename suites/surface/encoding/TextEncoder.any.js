// META: title=The shape of TextEncoder
// META: spec=https://encoding.spec.whatwg.org/#interface-textencoder
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("TextEncoder", {
  construct: 0,
  readonly: ["encoding"],
  operations: {
    encode: 0,
    encodeInto: 2,
  },
});

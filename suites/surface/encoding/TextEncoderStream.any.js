// META: title=The shape of TextEncoderStream
// META: spec=https://encoding.spec.whatwg.org/#interface-textencoderstream
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("TextEncoderStream", {
  construct: 0,
  readonly: ["encoding", "readable", "writable"],
});

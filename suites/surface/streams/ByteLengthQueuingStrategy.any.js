// META: title=The shape of ByteLengthQueuingStrategy
// META: spec=https://streams.spec.whatwg.org/#blqs-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("ByteLengthQueuingStrategy", {
  construct: 1,
  readonly: ["highWaterMark", "size"],
});

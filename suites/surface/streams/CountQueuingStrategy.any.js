// META: title=The shape of CountQueuingStrategy
// META: spec=https://streams.spec.whatwg.org/#cqs-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("CountQueuingStrategy", {
  construct: 1,
  readonly: ["highWaterMark", "size"],
});

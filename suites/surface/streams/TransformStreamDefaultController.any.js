// META: title=The shape of TransformStreamDefaultController
// META: spec=https://streams.spec.whatwg.org/#ts-default-controller-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("TransformStreamDefaultController", {
  readonly: ["desiredSize"],
  operations: {
    enqueue: 0,
    error: 0,
    terminate: 0,
  },
});

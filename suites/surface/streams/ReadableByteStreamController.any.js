// META: title=The shape of ReadableByteStreamController
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("ReadableByteStreamController", {
  readonly: ["byobRequest", "desiredSize"],
  operations: {
    close: 0,
    enqueue: 1,
    error: 0,
  },
});

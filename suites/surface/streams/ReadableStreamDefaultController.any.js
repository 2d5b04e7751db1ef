// META: title=The shape of ReadableStreamDefaultController
// META: spec=https://streams.spec.whatwg.org/#rs-default-controller-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("ReadableStreamDefaultController", {
  readonly: ["desiredSize"],
  operations: {
    close: 0,
    enqueue: 0,
    error: 0,
  },
});

// META: title=The shape of WritableStream
// META: spec=https://streams.spec.whatwg.org/#ws-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("WritableStream", {
  construct: 0,
  readonly: ["locked"],
  operations: {
    abort: 0,
    close: 0,
    getWriter: 0,
  },
  promises: ["abort", "close"],
});

// META: title=The shape of WritableStreamDefaultWriter
// META: spec=https://streams.spec.whatwg.org/#default-writer-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("WritableStreamDefaultWriter", {
  construct: 1,
  readonly: ["closed", "desiredSize", "ready"],
  operations: {
    abort: 0,
    close: 0,
    releaseLock: 0,
    write: 0,
  },
  promises: ["closed", "ready", "abort", "close", "write"],
});

// META: title=The shape of ReadableStreamDefaultReader
// META: spec=https://streams.spec.whatwg.org/#default-reader-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("ReadableStreamDefaultReader", {
  construct: 1,
  readonly: ["closed"],
  operations: {
    read: 0,
    releaseLock: 0,
    cancel: 0,
  },
  promises: ["read", "closed", "cancel"],
});

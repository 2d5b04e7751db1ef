// META: title=The shape of ReadableStreamBYOBReader
// META: spec=https://streams.spec.whatwg.org/#byob-reader-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("ReadableStreamBYOBReader", {
  construct: 1,
  readonly: ["closed"],
  operations: {
    read: 1,
    releaseLock: 0,
    cancel: 0,
  },
  promises: ["read", "closed", "cancel"],
});

// META: title=The shape of Performance
// META: spec=https://w3c.github.io/hr-time/#sec-performance
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("Performance", {
  inherits: "EventTarget",
  readonly: ["timeOrigin"],
  operations: {
    now: 0,
    toJSON: 0,
  },
});

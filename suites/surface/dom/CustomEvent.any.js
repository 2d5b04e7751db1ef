// META: title=The shape of CustomEvent
// META: spec=https://dom.spec.whatwg.org/#interface-customevent
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("CustomEvent", {
  inherits: "Event",
  construct: 1,
  readonly: ["detail"],
  operations: {
    initCustomEvent: 1,
  },
});

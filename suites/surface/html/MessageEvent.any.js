// META: title=The shape of MessageEvent
// META: spec=https://html.spec.whatwg.org/multipage/comms.html#messageevent
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("MessageEvent", {
  inherits: "Event",
  construct: 1,
  readonly: ["data", "origin", "lastEventId", "source", "ports"],
  operations: {
    initMessageEvent: 1,
  },
});

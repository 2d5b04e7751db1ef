// META: title=The shape of Event
// META: spec=https://dom.spec.whatwg.org/#interface-event
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("Event", {
  construct: 1,
  readonly: [
    "type",
    "target",
    "srcElement",
    "currentTarget",
    "eventPhase",
    "bubbles",
    "cancelable",
    "defaultPrevented",
    "composed",
    "timeStamp",
  ],
  writable: ["cancelBubble", "returnValue"],
  unforgeable: ["isTrusted"],
  operations: {
    composedPath: 0,
    stopPropagation: 0,
    stopImmediatePropagation: 0,
    preventDefault: 0,
    initEvent: 1,
  },
  constants: {
    NONE: 0,
    CAPTURING_PHASE: 1,
    AT_TARGET: 2,
    BUBBLING_PHASE: 3,
  },
});

// META: title=The shape of EventTarget
// META: spec=https://dom.spec.whatwg.org/#interface-eventtarget
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("EventTarget", {
  construct: 0,
  operations: {
    addEventListener: 2,
    removeEventListener: 2,
    dispatchEvent: 1,
  },
});

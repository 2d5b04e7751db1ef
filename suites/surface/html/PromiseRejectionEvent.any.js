// META: title=The shape of PromiseRejectionEvent
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#promiserejectionevent
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("PromiseRejectionEvent", {
  inherits: "Event",
  construct: 2,
  readonly: ["promise", "reason"],
  eventTargetGlobalOnly: true,
});

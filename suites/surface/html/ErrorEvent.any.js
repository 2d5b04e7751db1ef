// META: title=The shape of ErrorEvent
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#errorevent
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("ErrorEvent", {
  inherits: "Event",
  construct: 1,
  readonly: ["message", "filename", "lineno", "colno", "error"],
  eventTargetGlobalOnly: true,
});

// META: title=The shape of MessageChannel
// META: spec=https://html.spec.whatwg.org/multipage/web-messaging.html#messagechannel
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("MessageChannel", {
  construct: 0,
  readonly: ["port1", "port2"],
});

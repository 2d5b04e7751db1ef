// META: title=The shape of MessagePort
// META: spec=https://html.spec.whatwg.org/multipage/web-messaging.html#messageport
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

// HTML: `attribute EventHandler onclose;` stands in the interface itself, not in the mixin of the
// other two. Node.js, Deno and Bun have none.
testInterface("MessagePort", {
  inherits: "EventTarget",
  writable: ["onclose", "onmessage", "onmessageerror"],
  operations: {
    postMessage: 1,
    start: 0,
    close: 0,
  },
});

// META: title=The shape of AbortSignal
// META: spec=https://dom.spec.whatwg.org/#interface-AbortSignal
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("AbortSignal", {
  inherits: "EventTarget",
  readonly: ["aborted", "reason"],
  writable: ["onabort"],
  operations: {
    throwIfAborted: 0,
  },
  static: {
    abort: 0,
    timeout: 1,
    any: 1,
  },
});

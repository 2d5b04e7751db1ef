// META: title=The shape of AbortController
// META: spec=https://dom.spec.whatwg.org/#interface-abortcontroller
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("AbortController", {
  construct: 0,
  readonly: ["signal"],
  operations: {
    abort: 0,
  },
});

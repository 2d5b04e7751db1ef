// META: title=The shape of Headers
// META: spec=https://fetch.spec.whatwg.org/#headers-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("Headers", {
  construct: 0,
  operations: {
    append: 2,
    delete: 1,
    get: 1,
    getSetCookie: 0,
    has: 1,
    set: 2,
  },
  iterable: true,
});

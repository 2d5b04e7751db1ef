// META: title=The shape of FormData
// META: spec=https://xhr.spec.whatwg.org/#interface-formdata
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("FormData", {
  construct: 0,
  operations: {
    append: 2,
    delete: 1,
    get: 1,
    getAll: 1,
    has: 1,
    set: 2,
  },
  iterable: true,
});

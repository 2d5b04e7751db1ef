// META: title=The shape of URLSearchParams
// META: spec=https://url.spec.whatwg.org/#interface-urlsearchparams
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("URLSearchParams", {
  construct: 0,
  readonly: ["size"],
  operations: {
    append: 2,
    delete: 1,
    get: 1,
    getAll: 1,
    has: 1,
    set: 2,
    sort: 0,
    toString: 0,
  },
  iterable: true,
});

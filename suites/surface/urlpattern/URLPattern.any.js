// META: title=The shape of URLPattern
// META: spec=https://urlpattern.spec.whatwg.org/#urlpattern-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("URLPattern", {
  construct: 0,
  readonly: [
    "protocol",
    "username",
    "password",
    "hostname",
    "port",
    "pathname",
    "search",
    "hash",
    "hasRegExpGroups",
  ],
  operations: {
    test: 0,
    exec: 0,
  },
});

// META: title=The shape of URL
// META: spec=https://url.spec.whatwg.org/#url-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("URL", {
  construct: 1,
  readonly: ["origin", "searchParams"],
  writable: [
    "href",
    "protocol",
    "username",
    "password",
    "host",
    "hostname",
    "port",
    "pathname",
    "search",
    "hash",
  ],
  operations: {
    toJSON: 0,
    toString: 0,
  },
  static: {
    parse: 1,
    canParse: 1,
    createObjectURL: 1,
    revokeObjectURL: 1,
  },
});

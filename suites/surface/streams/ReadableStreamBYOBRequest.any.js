// META: title=The shape of ReadableStreamBYOBRequest
// META: spec=https://streams.spec.whatwg.org/#rs-byob-request-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("ReadableStreamBYOBRequest", {
  readonly: ["view"],
  operations: {
    respond: 1,
    respondWithNewView: 1,
  },
});

// META: title=The shape of Request
// META: spec=https://fetch.spec.whatwg.org/#request-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("Request", {
  changed: {
    textStream: "body-text-stream",
  },
  construct: 1,
  readonly: [
    "method",
    "url",
    "headers",
    "destination",
    "referrer",
    "referrerPolicy",
    "mode",
    "credentials",
    "cache",
    "redirect",
    "integrity",
    "keepalive",
    "isReloadNavigation",
    "isHistoryNavigation",
    "signal",
    "duplex",
    "body",
    "bodyUsed",
  ],
  operations: {
    clone: 0,
    arrayBuffer: 0,
    blob: 0,
    bytes: 0,
    formData: 0,
    json: 0,
    text: 0,
    textStream: 0,
  },
  promises: ["arrayBuffer", "blob", "bytes", "formData", "json", "text"],
});

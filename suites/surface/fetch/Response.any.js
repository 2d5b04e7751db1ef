// META: title=The shape of Response
// META: spec=https://fetch.spec.whatwg.org/#response-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("Response", {
  changed: {
    textStream: "body-text-stream",
  },
  construct: 0,
  readonly: [
    "type",
    "url",
    "redirected",
    "status",
    "ok",
    "statusText",
    "headers",
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
  static: {
    error: 0,
    redirect: 1,
    json: 1,
  },
  promises: ["arrayBuffer", "blob", "bytes", "formData", "json", "text"],
});

// META: title=The shape of Blob
// META: spec=https://w3c.github.io/FileAPI/#blob-section
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("Blob", {
  changed: {
    textStream: "blob-text-stream",
  },
  construct: 0,
  readonly: ["size", "type"],
  operations: {
    slice: 0,
    stream: 0,
    text: 0,
    arrayBuffer: 0,
    textStream: 0,
    bytes: 0,
  },
  promises: ["text", "arrayBuffer", "bytes"],
});

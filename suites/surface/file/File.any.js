// META: title=The shape of File
// META: spec=https://w3c.github.io/FileAPI/#file-section
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("File", {
  inherits: "Blob",
  construct: 2,
  readonly: ["name", "lastModified"],
});

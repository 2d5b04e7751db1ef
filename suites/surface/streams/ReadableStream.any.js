// META: title=The shape of ReadableStream
// META: spec=https://streams.spec.whatwg.org/#rs-class
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("ReadableStream", {
  construct: 0,
  readonly: ["locked"],
  operations: {
    cancel: 0,
    getReader: 0,
    pipeThrough: 1,
    pipeTo: 1,
    tee: 0,
  },
  static: {
    from: 1,
  },
  promises: ["cancel", "pipeTo"],
  asyncIterable: true,
});

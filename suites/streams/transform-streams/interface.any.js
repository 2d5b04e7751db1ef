// META: title=Interfaces of transform streams
// META: spec=https://streams.spec.whatwg.org/#ts-class-definition
// META: spec=https://streams.spec.whatwg.org/#ts-default-controller-class-definition
// META: script=../resources/streams.js
// META: script=../resources/interfaces.js
"use strict";

test_interface("TransformStream", {
  length: 0,
  attributes: ["readable", "writable"],
});

test_interface("TransformStreamDefaultController", {
  illegal: true,
  attributes: ["desiredSize"],
  methods: { enqueue: 0, error: 0, terminate: 0 },
});

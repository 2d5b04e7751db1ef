// META: title=Interfaces of writable streams
// META: spec=https://streams.spec.whatwg.org/#ws-class-definition
// META: spec=https://streams.spec.whatwg.org/#default-writer-class-definition
// META: spec=https://streams.spec.whatwg.org/#ws-default-controller-class-definition
// META: script=../resources/streams.js
// META: script=../resources/interfaces.js
"use strict";

test_interface("WritableStream", {
  length: 0,
  attributes: ["locked"],
  promiseMethods: { abort: 0, close: 0 },
  methods: { getWriter: 0 },
});

test_interface("WritableStreamDefaultWriter", {
  length: 1,
  attributes: ["desiredSize"],
  promiseAttributes: ["closed", "ready"],
  promiseMethods: { abort: 0, close: 0, write: 0 },
  methods: { releaseLock: 0 },
});

test_interface("WritableStreamDefaultController", {
  illegal: true,
  attributes: ["signal"],
  methods: { error: 0 },
});

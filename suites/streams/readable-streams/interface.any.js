// META: title=Interfaces of readable streams
// META: spec=https://streams.spec.whatwg.org/#rs-class-definition
// META: spec=https://streams.spec.whatwg.org/#default-reader-class-definition
// META: spec=https://streams.spec.whatwg.org/#byob-reader-class-definition
// META: spec=https://streams.spec.whatwg.org/#rs-default-controller-class-definition
// META: spec=https://streams.spec.whatwg.org/#rbs-controller-class-definition
// META: spec=https://streams.spec.whatwg.org/#rs-byob-request-class-definition
// META: script=../resources/streams.js
// META: script=../resources/interfaces.js
"use strict";

test_interface("ReadableStream", {
  length: 0,
  attributes: ["locked"],
  promiseMethods: { cancel: 0, pipeTo: 1 },
  methods: { getReader: 0, pipeThrough: 1, tee: 0, values: 0 },
  staticMethods: { from: 1 },
  // pipeTo() and pipeThrough() need valid arguments to get as far as the brand check in every
  // order of checks.
  arguments: {
    pipeTo: () => [new WritableStream()],
    pipeThrough: () => [{ readable: new ReadableStream(), writable: new WritableStream() }],
  },
});

test_interface("ReadableStreamDefaultReader", {
  length: 1,
  promiseAttributes: ["closed"],
  promiseMethods: { cancel: 0, read: 0 },
  methods: { releaseLock: 0 },
});

test_interface("ReadableStreamBYOBReader", {
  length: 1,
  promiseAttributes: ["closed"],
  promiseMethods: { cancel: 0, read: 1 },
  methods: { releaseLock: 0 },
  arguments: { read: () => [new Uint8Array(1)] },
});

test_interface("ReadableStreamDefaultController", {
  illegal: true,
  attributes: ["desiredSize"],
  methods: { close: 0, enqueue: 0, error: 0 },
});

test_interface("ReadableByteStreamController", {
  illegal: true,
  attributes: ["byobRequest", "desiredSize"],
  methods: { close: 0, enqueue: 1, error: 0 },
  arguments: { enqueue: () => [new Uint8Array(1)] },
});

test_interface("ReadableStreamBYOBRequest", {
  illegal: true,
  attributes: ["view"],
  methods: { respond: 1, respondWithNewView: 1 },
  arguments: { respond: () => [1], respondWithNewView: () => [new Uint8Array(1)] },
});

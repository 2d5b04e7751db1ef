// META: title=The shape of console
// META: spec=https://console.spec.whatwg.org/#console-namespace
// META: spec=https://webidl.spec.whatwg.org/#js-namespaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/namespace.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testNamespace("console", {
  operations: {
    assert: 0,
    clear: 0,
    debug: 0,
    error: 0,
    info: 0,
    log: 0,
    table: 0,
    trace: 0,
    warn: 0,
    dir: 0,
    dirxml: 0,
    count: 0,
    countReset: 0,
    group: 0,
    groupCollapsed: 0,
    groupEnd: 0,
    time: 0,
    timeLog: 0,
    timeEnd: 0,
  },
  emptyPrototype: true,
});

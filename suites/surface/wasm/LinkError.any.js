// META: title=The shape of WebAssembly.LinkError
// META: spec=https://webassembly.github.io/spec/js-api/#error-objects
// META: spec=https://tc39.es/ecma262/#sec-nativeerror-object-structure
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/namespace.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testNativeError("WebAssembly.LinkError");

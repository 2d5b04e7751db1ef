// META: title=Attributes of the global object
// META: spec=https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator
// META: spec=https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-self
// META: spec=https://w3c.github.io/webcrypto/#dom-windoworworkerglobalscope-crypto
// META: spec=https://w3c.github.io/hr-time/#dom-windoworworkerglobalscope-performance
// META: spec=https://webidl.spec.whatwg.org/#define-the-attributes
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/global.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testGlobalAttribute("navigator");
testGlobalAttribute("self", "self");
testGlobalAttribute("crypto", "Crypto");
testGlobalAttribute("performance", "Performance");

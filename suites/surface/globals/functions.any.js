// META: title=Functions of the global object
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#dom-atob
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#dom-btoa
// META: spec=https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#dom-cleartimeout
// META: spec=https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#dom-clearinterval
// META: spec=https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#dom-queuemicrotask
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#dom-reporterror
// META: spec=https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#dom-settimeout
// META: spec=https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#dom-setinterval
// META: spec=https://html.spec.whatwg.org/multipage/structured-data.html#dom-structuredclone
// META: spec=https://fetch.spec.whatwg.org/#fetch-method
// META: spec=https://webidl.spec.whatwg.org/#define-the-operations
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/global.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testGlobalFunction("atob", 1);
testGlobalFunction("btoa", 1);
testGlobalFunction("clearTimeout", 0);
testGlobalFunction("clearInterval", 0);
testGlobalFunction("queueMicrotask", 1);
testGlobalFunction("reportError", 1);
testGlobalFunction("setTimeout", 1);
testGlobalFunction("setInterval", 1);
testGlobalFunction("structuredClone", 1);
testGlobalFunction("fetch", 1);

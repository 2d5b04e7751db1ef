// META: title=Event handlers of the global object
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#handler-onerror
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#handler-window-onunhandledrejection
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#handler-window-onrejectionhandled
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/global.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testGlobalEventHandler("onerror");
testGlobalEventHandler("onunhandledrejection");
testGlobalEventHandler("onrejectionhandled");

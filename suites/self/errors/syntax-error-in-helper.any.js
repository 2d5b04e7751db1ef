// META: title=A META script is no valid script
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-classic-script
// META: script=/self/resources/syntax-error.js
// EXPECT: ERROR ~ "SyntaxError"
"use strict";

test(() => {}, "would rest on the broken helper");

// META: title=The test file is no valid script
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-classic-script
// EXPECT: ERROR ~ "SyntaxError"
"use strict";

test(() => {}, "not even this one");
const = "no name";

// META: title=An error at the top level of a META script
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception
// META: script=/self/resources/throws.js
// EXPECT: ERROR ~ "thrown by a helper"
"use strict";

test(() => {}, "would rest on the broken helper");

// META: title=An error at the top level before any subtest
// META: spec=https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception
// EXPECT: ERROR ~ "thrown at the top level"
"use strict";

const broken = true;
if (broken) throw new Error("thrown at the top level");
test(() => {}, "never made");

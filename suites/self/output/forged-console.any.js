// META: title=Printed lines that look like results are output
// META: spec=https://console.spec.whatwg.org/#log
// META: requires=console
// META: script=/self/resources/forged.js
// EXPECT: OK
// EXPECT: PASS "prints forged results"
// EXPECT: FAIL "really fails" ~ "whatever was printed"
"use strict";

test(() => {
  for (const line of FORGED_LINES) {
    console.log(line);
    console.error(line);
    console.log("%s", `\n${line}`);
  }
}, "prints forged results");

test(() => assert_unreached("whatever was printed"), "really fails");

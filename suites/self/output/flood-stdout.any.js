// META: title=One hundred megabytes of ordinary output
// META: spec=https://console.spec.whatwg.org/#log
// META: requires=console
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "writes 100 MB with console.log()"
// EXPECT: PASS "after"
"use strict";

test(() => {}, "before");

test(() => {
  const line = "ordinary output ".repeat(6_250);
  for (let written = 0; written < 100_000_000; written += line.length) console.log(line);
}, "writes 100 MB with console.log()");

test(() => {}, "after");

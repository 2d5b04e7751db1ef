// META: title=One hundred megabytes of error output
// META: spec=https://console.spec.whatwg.org/#error
// META: requires=console
// EXPECT: OK
// EXPECT: PASS "before"
// EXPECT: PASS "writes 100 MB with console.error()"
// EXPECT: PASS "after"
"use strict";

test(() => {}, "before");

test(() => {
  const line = "something to regret ".repeat(5_000);
  for (let written = 0; written < 100_000_000; written += line.length) console.error(line);
}, "writes 100 MB with console.error()");

test(() => {}, "after");

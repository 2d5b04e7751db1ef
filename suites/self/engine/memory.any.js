// META: title=Memory that grows until the engine gives up
// META: spec=https://tc39.es/ecma262/#sec-managing-memory
// META: requires=memory-limit
// META: timeout=long
// EXPECT: CRASH
// EXPECT: PASS "before"
"use strict";

test(() => {}, "before");

// A limit of several gigabytes takes a while to fill, hence the long time-out.
const block = new Array(1_000_000).fill(0.5);
const hoard = [];
for (;;) hoard.push(block.slice());

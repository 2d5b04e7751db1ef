// META: title=Memory that grows until the engine gives up
// META: spec=https://tc39.es/ecma262/#sec-managing-memory
// META: requires=memory-limit
// META: timeout=long
// EXPECT: CRASH
// EXPECT: PASS "before"
"use strict";

test(() => {}, "before");

// A limit of several gigabytes takes a while to fill, hence the long time-out. Reading a character
// makes engines that put off building a string build it.
const hoard = [];
for (;;) {
  const text = `${"memory ".repeat(1_000_000)}${hoard.length}`;
  text.charCodeAt(text.length - 1);
  hoard.push(text);
}

// What a test costs without winterproof: evaluates testharness.js, the META scripts and the test,
// named in this order on the command line, and says nothing. Exit code 0 when the test ends with
// the status OK and every subtest passes, 2 when one does not, 1 when the status is another.
"use strict";
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

// At once, as the hosts of the adapters do.
const exit = process.reallyExit.bind(process);

const [harness, ...scripts] = process.argv.slice(2);
const evaluate = (file) => runInThisContext(readFileSync(file, "utf8"), { filename: file });

evaluate(harness);
const { add_completion_callback, timeout } = globalThis;
add_completion_callback((subtests, { status }) => {
  const passes = subtests.every((subtest) => subtest.status === 0);
  exit(status === 0 ? (passes ? 0 : 2) : 1);
});
process.on("beforeExit", timeout);
scripts.forEach(evaluate);

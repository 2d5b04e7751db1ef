// What only LLRT can do for the far end of the wire (farEnd(), which stands in front of this): one
// process runs one test. The request is standard input, messages go to file descriptor 3, which a
// test's own output never reaches. It adds no API and repairs none.
import { readFileSync, writeFileSync } from "node:fs";

// A test may replace any of these; what the host needs is taken before.
const { exit, versions } = process;
// biome-ignore lint/security/noGlobalEval: LLRT evaluates classic scripts in no other way.
const evaluate = globalThis.eval;
const defer = setTimeout;

const request = JSON.parse(readFileSync("/dev/stdin", "utf8"));
// The request is a file of this process alone; a test shall not read the key out of it.
try {
  writeFileSync("/dev/stdin", "");
} catch {
  // A pipe, when somebody tries the host by hand: it is empty by now.
}

// testharness.js and its report hook share nothing but the global object, and are evaluated one by
// one. The scripts behind them share declarations: they become one, once the last is there.
const { scripts = [] } = request;
const HARNESS = 2;
const last = scripts[scripts.length - 1];
const directive = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*(["'])use strict\1/;
const shared = [];

const read = ({ source, file }) => source ?? readFileSync(file, "utf8");

function add(script) {
  const text = read(script);
  try {
    new Function(text);
  } catch (error) {
    error.message += ` in ${script.url}`;
    throw error;
  }
  shared.push(text);
}

// One that is no script must not take the others with it.
function evaluateShared(script) {
  try {
    add(script);
  } finally {
    if (script === last && shared.length > 0) {
      const strict = directive.test(shared[shared.length - 1]) ? '"use strict";' : ";";
      evaluate(`${strict}${shared.join("\n")}`);
    }
  }
}

const { run } = farEnd({
  request,
  version: versions.llrt,
  engine: "QuickJS",
  write: (text) => writeFileSync("/dev/fd/3", text),
  evaluate(script) {
    if (scripts.indexOf(script) < HARNESS) evaluate(read(script));
    else evaluateShared(script);
  },
  later: (callback) => defer(callback, 0),
  // It keeps the process alive: LLRT does not tell when nothing else does.
  after: (callback, ms) => setTimeout(callback, ms),
  exit: () => exit(0),
});

if (request.type === "run") {
  run();
} else {
  exit(0);
}

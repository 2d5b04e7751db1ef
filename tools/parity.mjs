// Whether winterproof and its testharness.js see what a bare runtime sees: runs every test of some
// areas three ways on Node.js and compares the status of each test and of each subtest.
//
//   bare   tools/bare.cjs with web-platform-tests' own testharness.js
//   run    `winterproof run`
//   ours   tools/bare.cjs with suites/resources/testharness.js
//
// Exit code: 0 all agree, 1 something differs, 2 nothing to compare. See tools/README.md.
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

const JOBS = 2;
// Longer than the longest deadline of a test.
const KILL_AFTER_MS = 75_000;
// How much of a name `winterproof run` keeps.
const LONGEST_NAME = 16_384;

const SUITES = path.join(import.meta.dirname, "../suites");
const BARE = path.join(import.meta.dirname, "bare.cjs");

const { values: options, positionals: areas } = parseArgs({
  allowPositionals: true,
  options: {
    wpt: { type: "string" },
    node: { type: "string" },
    winterproof: { type: "string" },
    ours: { type: "boolean", default: false },
  },
});
if (!options.wpt || !options.node || !options.winterproof || areas.length === 0) {
  console.error("usage: parity.mjs --wpt DIR --node PATH --winterproof PATH [--ours] AREA...");
  process.exit(2);
}
const root = path.resolve(options.ours ? SUITES : options.wpt);

// ---- Running

/** What a child writes to standard output; killed when it takes too long. */
function outputOf(command, args, limit) {
  return new Promise((resolve, reject) => {
    const stdio = ["ignore", "pipe", "ignore"];
    const child = spawn(command, args, { stdio, timeout: limit, killSignal: "SIGKILL" });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** The run log of `winterproof run`: the tests that were not skipped, and the planned ids. */
async function run() {
  const out = await mkdtemp(path.join(tmpdir(), "parity-"));
  const runtime = `node=${options.node}`;
  const args = ["run", "--root", root, "--jobs", `${JOBS}`, "--out", out, "--runtime", runtime];
  await outputOf(options.winterproof, [...args, ...areas]);
  const log = await readFile(path.join(out, "logs/node.jsonl"), "utf8").catch(() => {
    console.error(`no run log; see: ${[options.winterproof, ...args, ...areas].join(" ")}`);
    process.exit(2);
  });
  await rm(out, { recursive: true });
  const [header, ...lines] = log.trimEnd().split("\n").map(JSON.parse);
  const records = lines.filter((line) => line.type === "test");
  const measured = records.filter((record) => record.status !== "SKIP");
  return {
    planned: header.planned,
    results: new Map(measured.map((record) => [record.id, resultOf(record)])),
  };
}

/** Runs the tests with bare.cjs, a few at a time. */
async function bare(ids, harness, origin) {
  const results = new Map();
  const waiting = ids.values();
  const worker = async () => {
    for (const id of waiting) {
      const [, file, variant] = /^\/([^?#]*)(.*)$/s.exec(id);
      const args = [BARE, "--root", root, "--harness", harness, "--base", `${origin}/${file}`];
      if (variant !== "") args.push("--variant", variant);
      if (!options.ours) args.push("--alias-self");
      const output = await outputOf(options.node, [...args, decodeURI(file)], KILL_AFTER_MS);
      // What the test itself prints comes before.
      const line = output.trimEnd().split("\n").at(-1);
      results.set(id, line.startsWith("{") ? resultOf(JSON.parse(line)) : NO_RESULT);
    }
  };
  await Promise.all(Array.from({ length: JOBS }, worker));
  return results;
}

const NO_RESULT = { status: "CRASH", message: "no result was printed", subtests: new Map() };

/** Subtests by name and occurrence: names can repeat. */
function resultOf({ status, message, subtests = [] }) {
  const byName = new Map();
  const occurrences = new Map();
  for (const subtest of subtests) {
    const name = shorten(subtest.name.toWellFormed());
    const occurrence = (occurrences.get(name) ?? 0) + 1;
    occurrences.set(name, occurrence);
    byName.set(occurrence === 1 ? name : `${name} (${occurrence})`, subtest);
  }
  return { status, message, subtests: byName };
}

function shorten(name) {
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME)}… (${name.length - LONGEST_NAME} more)`;
}

/** A server on the loopback interface for the files that tests fetch. */
async function serve() {
  const TYPES = { ".json": "application/json", ".js": "text/javascript", ".html": "text/html" };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const file = path.join(root, decodeURIComponent(pathname));
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405).end();
      return;
    }
    try {
      const content = await readFile(file);
      response.setHeader("content-type", TYPES[path.extname(file)] ?? "text/plain");
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

// ---- Comparing

/** Test files of the areas that the plan knows nothing of. */
async function unplanned(planned) {
  const known = new Set(planned.map((id) => id.replace(/\.any\.[^?#]*.*$/s, ".any.js")));
  const missing = [];
  for (const area of areas) {
    // An area may also be the beginning of a file's name.
    const isFolder = statSync(path.join(root, area), { throwIfNoEntry: false })?.isDirectory();
    const folder = isFolder ? area : path.dirname(area);
    for (const name of await readdir(path.join(root, folder), { recursive: true })) {
      const file = `/${path.join(folder, name)}`;
      const wanted = file.startsWith(`/${area}`) && !/\/(resources|support)\//.test(file);
      if (wanted && file.endsWith(".any.js") && !known.has(file)) missing.push(file);
    }
  }
  return missing;
}

function differences(id, [a, resultA], [b, resultB]) {
  const found = [];
  const compare = (what, left, right) => {
    if (left?.status === right?.status) return;
    const told = ([way, one]) => `    ${way}: ${one?.status ?? "absent"}  ${one?.message ?? ""}`;
    found.push([`${id}  ${what}`, told([a, left]), told([b, right])].join("\n"));
  };
  compare("(the test itself)", resultA, resultB);
  const names = new Set([...resultA.subtests.keys(), ...resultB.subtests.keys()]);
  for (const name of names) {
    compare(JSON.stringify(name), resultA.subtests.get(name), resultB.subtests.get(name));
  }
  return { subtests: names.size, found };
}

/** How many subtests ended how. */
function statuses(results) {
  const counts = {};
  for (const { subtests } of results.values()) {
    for (const { status } of subtests.values()) counts[status] = (counts[status] ?? 0) + 1;
  }
  return Object.entries(counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(", ");
}

/** Prints how two ways compare, and says how many differences there are. */
function report(left, right, ways) {
  let subtests = 0;
  const found = [];
  for (const [id, result] of ways[left]) {
    const pair = differences(id, [left, result], [right, ways[right].get(id)]);
    subtests += pair.subtests;
    found.push(...pair.found);
  }
  const compared = ways[left].size + subtests;
  console.log(
    `${left} and ${right}: ${ways[left].size} tests, ${subtests} subtests; ` +
      `${compared - found.length} of ${compared} agree, ${found.length} differ`,
  );
  for (const difference of found) console.log(`  ${difference}`);
  return found.length;
}

const begin = performance.now();
const log = (text) =>
  console.error(`${((performance.now() - begin) / 1000).toFixed(1)} s  ${text}`);
const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}`;
const { planned, results } = await run();
log("winterproof run");
const ids = [...results.keys()];
const ways = { run: results };
ways.bare = await bare(ids, path.resolve(options.wpt, "resources/testharness.js"), origin);
log("bare, with testharness.js of web-platform-tests");
ways.ours = await bare(ids, path.join(SUITES, "resources/testharness.js"), origin);
log("bare, with our testharness.js");
server.close();

const files = new Set(ids.map((id) => id.replace(/[?#].*$/s, "")));
console.log(`${files.size} files, ${planned.length} planned, ${ids.length} measured`);
for (const [way, results] of Object.entries(ways)) console.log(`${way}: ${statuses(results)}`);
const missing = await unplanned(planned);
for (const file of missing) console.log(`  not planned: ${file}`);
const differing = report("bare", "run", ways) + report("bare", "ours", ways);
process.exit(missing.length + differing > 0 ? 1 : 0);

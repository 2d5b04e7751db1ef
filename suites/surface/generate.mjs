// Writes the test files of this suite from ecma429.json; with --check, tells which ones differ.
//
//   node suites/surface/generate.mjs [--check]
//
// An interface in ecma429.json:
//   area        the folder of its test file
//   spec        the section that defines it
//   inherits    the interface whose prototype object its own inherits from
//   construct   the length of its constructor operation; absent where there is none
//   readonly, writable, unforgeable   its regular attributes, by kind
//   operations, static                the length (the fewest arguments of any overload) by name
//   constants   the value by name
//   promises    the attributes and operations of a promise type
//   iterable, asyncIterable           declarations of that name: of pairs, of single values
//   moduleSource  an engine with source phase imports has %AbstractModuleSource% above it
//   eventTargetGlobalOnly             required only where the global object is an EventTarget
//   changed     the requirement (requirements.toml) by operation, or by `length of` one, for what is
//               not asked in every profile
//   notes       for readers of the test file
// Inherited members are not repeated. A namespace is described in the same way.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const MARK = "// Written by generate.mjs from ecma429.json: change those.";
const WEB_IDL = "https://webidl.spec.whatwg.org/#";
const LINE_WIDTH = 100;

const standard = JSON.parse(readFileSync(join(HERE, "ecma429.json"), "utf8"));

function allFiles() {
  const files = new Map();
  const add = (path, text) => files.set(join(HERE, path), text);
  for (const [path, { area, spec, notes, ...shape }] of Object.entries(standard.interfaces)) {
    const specs = [spec, `${WEB_IDL}js-interfaces`];
    add(
      `${area}/${fileName(path)}`,
      testFile("interface", path, specs, notes, [call("testInterface", path, shape)]),
    );
  }
  for (const [path, { area, spec }] of Object.entries(standard.nativeErrors)) {
    const specs = [spec, "https://tc39.es/ecma262/#sec-nativeerror-object-structure"];
    add(
      `${area}/${fileName(path)}`,
      testFile("namespace", path, specs, [], [call("testNativeError", path)]),
    );
  }
  for (const [path, { area, spec, notes, ...shape }] of Object.entries(standard.namespaces)) {
    const specs = [spec, `${WEB_IDL}js-namespaces`];
    const calls = [call("testNamespace", path, shape)];
    add(`${area}/${path}.namespace.any.js`, testFile("namespace", path, specs, notes, calls));
  }
  const functions = Object.entries(standard.globalFunctions);
  add(
    "globals/functions.any.js",
    testFile(
      "global",
      "Functions of the global object",
      [...functions.map(([, { spec }]) => spec), `${WEB_IDL}define-the-operations`],
      [],
      functions.map(([key, { length }]) => call("testGlobalFunction", key, length)),
    ),
  );
  const attributes = Object.entries(standard.globalAttributes);
  add(
    "globals/attributes.any.js",
    testFile(
      "global",
      "Attributes of the global object",
      [...attributes.map(([, { spec }]) => spec), `${WEB_IDL}define-the-attributes`],
      [],
      attributes.map(([key, { type }]) => call("testGlobalAttribute", key, type)),
    ),
  );
  const handlers = Object.entries(standard.globalEventHandlers);
  add(
    "globals/event-handlers.any.js",
    testFile(
      "global",
      "Event handlers of the global object",
      handlers.map(([, spec]) => spec),
      [],
      handlers.map(([key]) => call("testGlobalEventHandler", key)),
    ),
  );
  return files;
}

function fileName(path) {
  return `${path.slice(path.lastIndexOf(".") + 1)}.any.js`;
}

function testFile(kind, subject, specs, notes, calls) {
  const isPath = /^[\w.]+$/.test(subject);
  const head = [
    `// META: title=${isPath ? `The shape of ${subject}` : subject}`,
    ...[...new Set(specs)].map((spec) => `// META: spec=${spec}`),
    ...["properties", "members", kind].map((name) => `// META: script=../resources/${name}.js`),
    MARK,
    '"use strict";',
    "",
    ...(notes ?? []).map((note) => `// ${note}`),
  ];
  return `${[...head, ...calls].join("\n")}\n`;
}

function call(name, subject, argument) {
  const rest = argument === undefined ? "" : `, ${literal(argument, 0)}`;
  return `${name}(${JSON.stringify(subject)}${rest});`;
}

// A JavaScript literal as the formatter would have it.
function literal(value, indent) {
  const inner = " ".repeat(indent + 2);
  const outer = " ".repeat(indent);
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => literal(item, 0)).join(", ")}]`;
    const widest = LINE_WIDTH - indent - "unforgeable: ,".length;
    if (line.length <= widest) return line;
    return `[\n${value.map((item) => `${inner}${literal(item, indent + 2)},\n`).join("")}${outer}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const name = (key) => (/^\w+$/.test(key) ? key : JSON.stringify(key));
  const lines = entries.map(
    ([key, item]) => `${inner}${name(key)}: ${literal(item, indent + 2)},\n`,
  );
  return `{\n${lines.join("")}${outer}}`;
}

// Files that an earlier run wrote and this one does not.
function leftOver(files) {
  return readdirSync(HERE, { recursive: true })
    .map((path) => join(HERE, path))
    .filter((path) => path.endsWith(".any.js") && !files.has(path))
    .filter((path) => readFileSync(path, "utf8").includes(MARK));
}

function isCurrent(path, text) {
  try {
    return readFileSync(path, "utf8") === text;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

const files = allFiles();
const wrong = [...files].filter(([path, text]) => !isCurrent(path, text));
const extra = leftOver(files);
if (process.argv.includes("--check")) {
  for (const [path] of wrong) console.error(`${relative(".", path)} is not up to date`);
  for (const path of extra) console.error(`${relative(".", path)} should not be there`);
  if (wrong.length + extra.length > 0) process.exitCode = 1;
} else {
  for (const [path, text] of wrong) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const path of extra) rmSync(path);
  console.log(`${files.size} files, ${wrong.length} written, ${extra.length} removed`);
}

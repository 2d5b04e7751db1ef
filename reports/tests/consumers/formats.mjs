// What takes each format, or a schema of what does: a function each, which throws when it refuses.
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv/dist/2020.js";
import { Parser } from "tap-parser";
import { validateXML } from "xmllint-wasm";

const require = createRequire(import.meta.url);
const file = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false });
const schema = (path) => ajv.compile(JSON.parse(file(path)));

function valid(validate, text) {
  const value = JSON.parse(text);
  assert(validate(value), ajv.errorsText(validate.errors, { separator: "\n" }));
  return value;
}

const matrix = schema("../../../docs/matrix.schema.json");

function json(text, { outcome }) {
  const value = valid(matrix, text);
  assert.equal(value.outcome, outcome);
  // What a schema can't say: each list has one item a column.
  for (const area of value.areas) {
    assert.equal(area.cells.length, value.columns.length);
    for (const test of area.tests) assert.equal(test.columns.length, value.columns.length);
  }
}

const report = schema("wptreport.schema.json");

function wptreport(text, { outcome }) {
  const value = valid(report, text);
  assert.equal(value.winterproof.outcome, outcome);
  const names = value.results.map((result) => result.test);
  assert.equal(new Set(names).size, names.length, "wpt.fyi refuses a test that comes twice");
}

async function junit(text, { green, tests }) {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "junit.xml", contents: text }],
    schema: [file("../../../docs/junit.xsd")],
    // In pages of 64 KiB.
    initialMemoryPages: 512,
    maxMemoryPages: 8192,
  });
  assert(valid, errors.map((error) => error.message).join("\n"));
  const number = (name) => Number(new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`).exec(text)[1]);
  assert.equal(number("failures") + number("errors") === 0, green);
  assert(number("tests") >= tests);
  for (const [name, element] of [
    ["tests", "testcase"],
    ["failures", "failure"],
    ["errors", "error"],
    ["skipped", "skipped"],
  ]) {
    assert.equal(text.match(new RegExp(`<${element}[ >]`, "g"))?.length ?? 0, number(name), name);
  }
}

function tap(text, { green, tests }) {
  let results;
  let child;
  const parser = new Parser({ strict: true }, (found) => {
    results = found;
  });
  parser.on("child", (found) => {
    child = found;
  });
  parser.on("assert", ({ ok, name }) => {
    if (child) assert.equal(ok, child.results.ok, `${name} is not what comes of its subtests`);
    child = undefined;
  });
  parser.end(text);
  const refused = results.failures.map((failure) => failure.tapError).filter(Boolean);
  assert.deepEqual(refused, [], "the parser refuses it");
  assert.equal(results.ok, green);
  assert.equal(results.plan.end, results.count);
  assert(results.count >= tests);
}

const endpoint = schema("badge.schema.json");

function badge(text, { green }) {
  const { color, isError } = valid(endpoint, text);
  assert.equal(isError !== true, green);
  assert(green || ["red", "lightgrey"].includes(color), color);
}

const compat = schema("bcd.schema.json");
const mdn = require("@mdn/browser-compat-data");
// ECMA-429 names it, and browser-compat-data has not heard of it yet.
const NEW = new Set(["api.Response.textStream"]);

function bcd(text) {
  const value = valid(compat, text);
  const known = Object.keys(value.browsers);
  const visit = (feature, path) => {
    const place = path.join(".");
    if (feature.__compat) {
      const theirs = path.reduce((object, key) => object?.[key], mdn);
      assert(theirs?.__compat || NEW.has(place), `browser-compat-data has no ${place}`);
      assert.deepEqual(Object.keys(feature.__compat.support), known, place);
    }
    for (const [key, member] of Object.entries(feature)) {
      if (key !== "__compat") visit(member, [...path, key]);
    }
  };
  visit(value.api, ["api"]);
  if (value.webassembly) visit(value.webassembly, ["webassembly"]);
  for (const name of ["nodejs", "deno", "bun", "chrome", "firefox"]) {
    assert(mdn.browsers[name], `browser-compat-data calls ${name} something else`);
  }
}

export const consumers = { json, wptreport, junit, tap, badge, bcd };

const replace = (from, to) => (text) => {
  const broken = text.replace(from, to);
  assert.notEqual(broken, text, `nothing to break: no ${from}`);
  return broken;
};

// One mistake each: a consumer that takes it checks nothing.
export const mistakes = {
  json: [
    ["an outcome of its own", replace('"outcome": "', '"outcome": "x')],
    ["a key too many", replace('"winterproof_matrix": 1', '"winterproof_matrix": 1, "more": 1')],
    ["a share above 1", replace('"mean": ', '"mean": 1')],
  ],
  wptreport: [
    ["no product", replace('"product"', '"name"')],
    ["a status of its own", replace('"status":"OK"', '"status":"GOOD"')],
    ["seconds", replace(/"time_start":\d+/, '"time_start":1767225600.5')],
  ],
  junit: [
    ["an attribute too many", replace("<testcase ", '<testcase more="" ')],
    ["a name that comes twice", replace(/<testcase [^>]*\/>/, "$&$&")],
    ["an element that is not closed", replace("</testsuite>", "")],
    ["a wrong number", replace(' tests="', ' tests="1')],
  ],
  tap: [
    ["a plan too long", replace(/^1\.\.(\d+)$/m, "1..1$1")],
    ["a line of its own", replace("\nok ", "\nhello\nok ")],
    ["an inner failure below an ok", replace("    ok ", "    not ok ")],
  ],
  badge: [
    ["no message", replace('"message"', '"text"')],
    ["a colour of its own", replace('"color": "', '"color": "x')],
  ],
  bcd: [
    ["a version without its sign", replace('"≤', '"')],
    ["true", replace('"version_added": "≤', '"version_added": true, "notes": "')],
    ["a member that no one knows", replace('"canParse_static"', '"canParseIt_static"')],
  ],
};

// Has every report of a folder taken by what takes its format, and then each of them with a mistake
// in it refused.
//
//   node reports/tests/consumers/check.mjs FOLDER
//
// FOLDER/cases.json is a list of `{ name, outcome, green, tests, files: { FORMAT: file } }`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consumers, mistakes } from "./formats.mjs";

const folder = process.argv[2];
const read = (file) => readFileSync(join(folder, file), "utf8");
const cases = JSON.parse(read("cases.json"));
let bad = 0;
let taken = 0;
let refused = 0;

function complain(what, error) {
  bad += 1;
  console.log(`${what}: ${error}`);
}

for (const one of cases) {
  for (const [format, file] of Object.entries(one.files)) {
    try {
      await consumers[format](read(file), one);
      taken += 1;
    } catch (error) {
      complain(`${one.name} as ${format}`, error.message);
    }
  }
}

const green = cases.find((one) => one.name === "green");
for (const [format, list] of Object.entries(mistakes)) {
  for (const [mistake, make] of list) {
    const text = make(read(green.files[format]));
    try {
      await consumers[format](text, green);
      complain(format, `takes a report with ${mistake}`);
    } catch {
      refused += 1;
    }
  }
}

console.log(`${taken} reports taken, ${refused} with a mistake refused, ${bad} complaints`);
process.exit(bad === 0 ? 0 : 1);

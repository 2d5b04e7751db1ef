// Which tests and subtests the reader wants to see: the filters and the search.
//
// The page's scripts (match.js, draw.js, page.js) share one scope, in this order. The data's shape is
// described in reports/src/html_data.rs.

const CHUNK = 200;
const STATUS = {
  P: "PASS",
  F: "FAIL",
  T: "TIMEOUT",
  N: "NOTRUN",
  O: "OPTIONAL",
  X: "outside the profile",
  L: "LOST",
  "-": "not measured",
};
const HINT = {
  O: "PRECONDITION_FAILED: an optional feature is absent",
  X: "what it checks is no rule in the profile of this run: neither a pass nor a fail",
  L: "another runtime reports this subtest, this one did not",
};
const BAD = /[FTNL]/;
const BAD_END = new Set(["ERROR", "TIMEOUT", "CRASH"]);
const $ = (selector, root = document) => root.querySelector(selector);

let data;
let areas; // [{ body, tests, open, limit }]
let shown = new Map(); // test -> the places of its subtests to show; only tests that match
const openTests = new Map(); // test -> how many subtests to draw
const openNotes = new Set(); // "test place" of subtests whose messages are shown
const state = { q: "", show: "all", column: "", test: "", subtest: "", area: "" };

function element(name, props = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (key.includes("-") || key === "colspan" || key === "scope") made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const columnsOf = (test) => (state.column === "" ? test.c : [test.c[Number(state.column)]]);
const class3 = (letter) => ("PO-X".includes(letter) ? letter : "F");

function differs(letters) {
  const seen = letters.map(class3).filter((letter) => letter !== "-" && letter !== "X");
  return new Set(seen).size > 1;
}

const wants = {
  all: { test: () => true, subtest: () => true },
  failing: {
    test: (test) =>
      columnsOf(test)
        .flat()
        .some((e) => BAD_END.has(e.st) || e.mi?.length),
    subtest: (test, at) =>
      columnsOf(test)
        .flat()
        .some((e) => BAD.test(e.r[at])),
  },
  different: {
    test: (test) => {
      const ends = test.c.flat().filter((e) => e.st && e.st !== "SKIP");
      return new Set(ends.map((e) => e.st === "OK")).size > 1;
    },
    subtest: (test, at) => {
      if (state.column === "") return differs(test.c.flat().map((e) => e.r[at]));
      const mine = test.c[Number(state.column)].map((e) => e.r[at]);
      const all = test.c.flat().map((e) => e.r[at]);
      return mine.some((letter) => all.some((other) => differs([letter, other])));
    },
  },
  unexpected: {
    test: (test) =>
      columnsOf(test)
        .flat()
        .some((e) => e.h?.v || e.mi?.length),
    subtest: (test, at) =>
      columnsOf(test)
        .flat()
        .some((e) => e.x?.[at]?.v),
  },
  unmeasured: {
    test: (test) =>
      columnsOf(test)
        .flat()
        .some((e) => !e.st || e.st === "SKIP"),
    subtest: (test, at) =>
      columnsOf(test)
        .flat()
        .some((e) => e.r[at] === "-"),
  },
};

function lowered(test) {
  test.lower ??= {
    self: `${test.n} ${test.t ?? ""}`.toLowerCase(),
    subtests: test.k.map((name) => name.toLowerCase()),
  };
  return test.lower;
}

function match() {
  const want = wants[state.show];
  const query = state.q.trim().toLowerCase();
  const messages = new Set();
  if (query) {
    data.strings.forEach((text, at) => {
      if (text.toLowerCase().includes(query)) messages.add(at);
    });
  }
  const says = (entry, at) => messages.size > 0 && messages.has(entry.x?.[at]?.m);
  shown = new Map();
  for (const test of data.tests) {
    const lower = query ? lowered(test) : null;
    const named = !query || lower.self.includes(query);
    const entries = columnsOf(test).flat();
    const places = [];
    for (let at = 0; at < test.k.length; at += 1) {
      if (!want.subtest(test, at)) continue;
      if (named || lower.subtests[at].includes(query) || entries.some((e) => says(e, at))) {
        places.push(at);
      }
    }
    const whole =
      want.test(test) &&
      (named ||
        entries.some((e) => messages.has(e.h?.m) || messages.has(e.e) || messages.has(e.o)));
    if (places.length > 0 || whole) shown.set(test, places);
  }
}

const filtering = () => state.q.trim() !== "" || state.show !== "all";

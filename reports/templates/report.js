// Draws tests and subtests into the matrix, as far as the reader opens them. The data's shape is
// described in reports/src/html_data.rs. Foreign text only ever goes in as text, never as markup.
"use strict";
(() => {
const CHUNK = 200;
const STATUS = { P: "PASS", F: "FAIL", T: "TIMEOUT", N: "NOTRUN", O: "OPTIONAL", L: "LOST", "-": "not measured" };
const HINT = {
  O: "PRECONDITION_FAILED: an optional feature is absent",
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

// --- What matches -----------------------------------------------------------------------------

const columnsOf = (test) => (state.column === "" ? test.c : [test.c[Number(state.column)]]);
const class3 = (letter) => (letter === "P" || letter === "O" || letter === "-" ? letter : "F");

function differs(letters) {
  const seen = letters.map(class3).filter((letter) => letter !== "-");
  return new Set(seen).size > 1;
}

const wants = {
  all: { test: () => true, subtest: () => true },
  failing: {
    test: (test) => columnsOf(test).flat().some((e) => BAD_END.has(e.st) || e.mi?.length),
    subtest: (test, at) => columnsOf(test).flat().some((e) => BAD.test(e.r[at])),
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
    test: (test) => columnsOf(test).flat().some((e) => e.h?.v || e.mi?.length),
    subtest: (test, at) => columnsOf(test).flat().some((e) => e.x?.[at]?.v),
  },
  unmeasured: {
    test: (test) => columnsOf(test).flat().some((e) => !e.st || e.st === "SKIP"),
    subtest: (test, at) => columnsOf(test).flat().some((e) => e.r[at] === "-"),
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
    const whole = want.test(test)
      && (named || entries.some((e) => messages.has(e.h?.m) || messages.has(e.e) || messages.has(e.o)));
    if (places.length > 0 || whole) shown.set(test, places);
  }
}

const filtering = () => state.q.trim() !== "" || state.show !== "all";

// --- Drawing ----------------------------------------------------------------------------------

function level(entry) {
  if (entry.sc === undefined) return "none";
  if (entry.ok) return "full";
  for (const [least, name] of [[950, "l5"], [750, "l4"], [500, "l3"], [250, "l2"], [1, "l1"]]) {
    if (entry.sc >= least) return name;
  }
  return entry.p > 0 ? "l1" : "l0";
}

function testCell(entries) {
  if (entries.length === 0) return element("td", { className: "cell none" }, "not planned");
  const worst = entries.reduce((a, b) => ((b.sc ?? 2000) < (a.sc ?? 2000) ? b : a));
  const cell = element("td", { className: `cell ${level(worst)}` });
  for (const entry of entries) {
    const said = entry.st === undefined ? "unmeasured" : entry.st === "SKIP" ? "skipped" : null;
    const row = element("div", {});
    row.append(element("span", { className: "rate" }, said ?? `${entry.p}/${entry.q}`));
    const remark = (text) => row.append(element("span", { className: "remark" }, text));
    if (said === null && entry.st !== "OK") remark(entry.st);
    if (entry.h?.v || entry.mi || Object.values(entry.x ?? {}).some((note) => note.v)) remark("unexpected");
    if (entry.f) remark("flaky");
    if (entries.length > 1) row.title = entry.id ?? "";
    cell.append(row);
  }
  return cell;
}

function subtestCell(entries, at) {
  if (entries.length === 0) return element("td", { className: "U" }, "not planned");
  const letters = new Set(entries.map((entry) => entry.r[at]));
  const first = entries[0].r[at];
  const names = [...letters].map((letter) => STATUS[letter]).join(" / ");
  const cell = element("td", { className: letters.size > 1 ? "mixed" : first === "-" ? "U" : first }, names);
  if (HINT[first]) cell.title = HINT[first];
  for (const entry of entries) {
    const note = entry.x?.[at];
    if (note?.v) cell.append(element("span", { className: "mark" }, `expected ${note.v}`));
    if (note?.i) cell.append(element("span", { className: "mark" }, "known intermittent"));
  }
  return cell;
}

function toggle(label, open, react) {
  const button = element("button", { type: "button", className: "toggle", "aria-expanded": String(open) }, label);
  button.addEventListener("click", react);
  return button;
}

function link(params, label) {
  return element("a", { className: "permalink", href: `#${fragment(params)}`, "aria-label": label }, "#");
}

const foreign = (text) => element("bdi", {}, text);

function testRow(test) {
  const open = openTests.has(test);
  const area = areas[test.a];
  const prefix = `/${area.name}/`;
  const name = test.n.startsWith(prefix) ? test.n.slice(prefix.length) : test.n;
  const button = toggle(foreign(name), open, () => {
    if (openTests.delete(test)) Object.assign(state, { test: "", subtest: "" });
    else {
      openTests.set(test, CHUNK);
      Object.assign(state, { test: test.n, subtest: "" });
    }
    remember();
    redraw(area, test);
  });
  const head = element("th", { scope: "row", title: test.t ?? "" }, button, link({ test: test.n }, `Link to ${test.n}`));
  const row = element("tr", { className: "test" }, head, ...test.c.map(testCell));
  if (test.n === state.test && !state.subtest) row.classList.add("target");
  row.dataset.test = test.n;
  return row;
}

function noted(test, at) {
  return test.c.flat().some((entry) => entry.x?.[at]?.m !== undefined || entry.x?.[at]?.s !== undefined);
}

function subtestRows(test, at) {
  const key = `${test.n} ${at}`;
  const has = noted(test, at);
  const open = has && (openNotes.has(key) || $("#messages").checked);
  const name = foreign(test.k[at] || "(no name)");
  const label = has
    ? toggle(name, open, () => {
      if (!openNotes.delete(key)) openNotes.add(key);
      state.test = test.n;
      state.subtest = test.k[at];
      remember();
      redraw(areas[test.a], test, at);
    })
    : element("span", { className: "plain" }, name);
  const head = element("th", { scope: "row" }, label, link({ test: test.n, subtest: test.k[at] }, `Link to ${test.k[at]}`));
  const row = element("tr", { className: "subtest" }, head, ...test.c.map((entries) => subtestCell(entries, at)));
  row.dataset.place = String(at);
  if (test.n === state.test && test.k[at] === state.subtest) row.classList.add("target");
  if (!open) return [row];
  const list = element("dl", {});
  eachEntry(test, (label, entry) => {
    const note = entry.x?.[at];
    if (note?.m === undefined && note?.s === undefined) return;
    list.append(element("dt", {}, `${label}: ${STATUS[entry.r[at]]}`), element("dd", {}, ...texts(note)));
  });
  return [row, detail(list)];
}

function eachEntry(test, visit) {
  test.c.forEach((entries, column) => {
    for (const entry of entries) {
      const label = entries.length > 1 ? `${data.columns[column]}, ${entry.id ?? test.n}` : data.columns[column];
      visit(label, entry);
    }
  });
}

function texts(note) {
  const made = [];
  if (note.m !== undefined) made.push(element("pre", {}, data.strings[note.m]));
  if (note.s !== undefined) made.push(folded("Stack", data.strings[note.s]));
  return made;
}

function folded(title, text) {
  return element("details", {}, element("summary", {}, title), element("pre", { tabIndex: 0 }, text));
}

function detail(...children) {
  const cell = element("td", { colspan: data.columns.length + 1 }, element("div", { className: "panel" }, ...children));
  return element("tr", { className: "detail" }, cell);
}

function specLink(address) {
  if (!/^https?:\/\//i.test(address)) return foreign(address);
  return element("a", { href: address, rel: "noreferrer noopener" }, address.replace(/^https?:\/\//i, ""));
}

function testPanel(test) {
  const parts = [];
  if (test.t) parts.push(element("p", {}, foreign(test.t)));
  if (test.s) {
    const links = test.s.flatMap((address, at) => (at > 0 ? [" · ", specLink(address)] : [specLink(address)]));
    parts.push(element("p", {}, "Specification: ", ...links));
  }
  const list = element("dl", {});
  eachEntry(test, (label, entry) => {
    const status = entry.st ?? "unmeasured: planned, and without a result";
    const facts = [status];
    if (entry.st && entry.st !== "SKIP") facts.push(`${entry.d} ms`);
    if (entry.h?.v) facts.push(`expected ${entry.h.v}`);
    if (entry.h?.i) facts.push("known intermittent");
    if (entry.ea) facts.push(`${entry.ea.length + 1} attempts${entry.f ? ", which ended differently" : ""}`);
    const body = element("dd", {}, ...texts(entry.h ?? {}));
    for (const [at, [was, message]] of (entry.ea ?? []).entries()) {
      body.append(element("p", {}, `Attempt ${at + 1}: ${was}`));
      if (message !== null) body.append(element("pre", {}, data.strings[message]));
    }
    for (const name of entry.mi ?? []) body.append(element("p", {}, "Expected and not reported: ", foreign(name)));
    for (const [kind, message, stack] of entry.u ?? []) {
      body.append(element("p", {}, `Uncaught (${kind}):`), ...texts({ m: message, s: stack ?? undefined }));
    }
    if (entry.o !== undefined) body.append(folded("Standard output, its end", data.strings[entry.o]));
    if (entry.e !== undefined) body.append(folded("Standard error, its end", data.strings[entry.e]));
    list.append(element("dt", {}, `${label}: ${facts.join(", ")}`), body);
  });
  parts.push(list);
  return detail(...parts);
}

function more(left, react) {
  const head = element("th", { scope: "row", colspan: data.columns.length + 1 });
  for (const count of left > CHUNK ? [CHUNK, left] : [left]) {
    const button = element("button", { type: "button" }, count === left ? `Show all ${left} more` : `Show ${count} more`);
    button.addEventListener("click", () => react(count));
    head.append(button);
  }
  return element("tr", { className: "more" }, head);
}

function draw(area) {
  const rows = document.createDocumentFragment();
  const tests = area.tests.filter((test) => shown.has(test));
  area.body.hidden = filtering() && tests.length === 0;
  area.button.setAttribute("aria-expanded", String(area.open));
  if (area.open) {
    for (const test of tests.slice(0, area.limit)) {
      rows.append(testRow(test));
      if (!openTests.has(test)) continue;
      rows.append(testPanel(test));
      const places = shown.get(test);
      for (const at of places.slice(0, openTests.get(test))) rows.append(...subtestRows(test, at));
      const left = places.length - openTests.get(test);
      if (left > 0) {
        rows.append(more(left, (count) => {
          openTests.set(test, openTests.get(test) + count);
          redraw(area, test);
        }));
      }
    }
    if (tests.length > area.limit) {
      rows.append(more(tests.length - area.limit, (count) => {
        area.limit += count;
        redraw(area);
      }));
    }
  }
  while (area.body.rows.length > 1) area.body.rows[1].remove();
  area.body.append(rows);
}

// Draws an area again and puts the focus back to where the reader was.
function redraw(area, test, at) {
  draw(area);
  let row = area.body.rows[0];
  if (test) row = [...area.body.rows].find((r) => r.dataset.test === test.n) ?? row;
  if (at !== undefined) {
    while (row && row.dataset.place !== String(at)) row = row.nextElementSibling;
  }
  row?.querySelector("button")?.focus({ preventScroll: true });
}

function drawAll() {
  match();
  let subtests = 0;
  for (const places of shown.values()) subtests += places.length;
  const all = `${data.tests.length.toLocaleString("en")} tests`;
  $("#matches").textContent = filtering()
    ? `${shown.size.toLocaleString("en")} of ${all}, ${subtests.toLocaleString("en")} subtests`
    : all;
  if (filtering()) {
    const few = shown.size <= CHUNK;
    for (const area of areas) area.open = few || area.name === state.area;
    if (state.q.trim() && shown.size <= 5) {
      for (const test of shown.keys()) if (!openTests.has(test)) openTests.set(test, CHUNK);
    }
  }
  areas.forEach(draw);
}

// --- The address ------------------------------------------------------------------------------

function fragment(params) {
  return Object.entries(params)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2F", "/")}`)
    .join("&");
}

function remember() {
  const { q, show, column, test, subtest, area } = state;
  const params = fragment({ show: show === "all" ? "" : show, q, in: column, area: test ? "" : area, test, subtest });
  history.replaceState(null, "", params ? `#${params}` : location.pathname + location.search);
}

function recall() {
  const params = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  const get = (key) => params.get(key) ?? "";
  const show = Object.hasOwn(wants, get("show")) ? get("show") : "all";
  const column = data.columns[Number(get("in") || "x")] === undefined ? "" : get("in");
  Object.assign(state, { q: get("q"), show, column, test: get("test"), subtest: get("subtest"), area: get("area") });
  $("#query").value = state.q;
  $("#runtime").value = column;
  $(`input[name=show][value=${show}]`).checked = true;
  const test = data.tests.find((each) => each.n === state.test);
  for (const area of areas) if (area.name === state.area) area.open = true;
  match();
  if (test) {
    // A link to something the filter hides still shows it.
    if (!shown.has(test)) clearFilter();
    const area = areas[test.a];
    area.open = true;
    area.limit = Math.max(area.limit, area.tests.indexOf(test) + 1);
    const at = test.k.indexOf(state.subtest);
    openTests.set(test, Math.max(CHUNK, openTests.get(test) ?? 0, at + 1));
    if (at >= 0) openNotes.add(`${test.n} ${at}`);
  }
  drawAll();
  const target = $("tr.target") ?? (state.area ? areas.find((a) => a.name === state.area)?.body : null);
  if (!target) return;
  target.scrollIntoView({ block: state.test ? "center" : "start" });
  target.querySelector("button")?.focus({ preventScroll: true });
}

function clearFilter() {
  Object.assign(state, { q: "", show: "all", column: "" });
  $("#query").value = "";
  $("#runtime").value = "";
  $("input[name=show][value=all]").checked = true;
}

// --- Start ------------------------------------------------------------------------------------

function start() {
  data = JSON.parse($("#data").textContent);
  areas = [...document.querySelectorAll("tbody[data-area]")].map((body) => {
    const label = $(".name", body);
    const area = { body, tests: [], open: false, limit: CHUNK, name: "" };
    area.button = toggle(label.textContent, false, () => {
      area.open = !area.open;
      Object.assign(state, { area: area.open ? area.name : "", test: "", subtest: "" });
      remember();
      redraw(area);
    });
    label.replaceChildren(area.button);
    return area;
  });
  for (const test of data.tests) areas[test.a].tests.push(test);
  for (const area of areas) {
    const parts = area.tests[0]?.n.split("/") ?? [];
    area.name = parts.length > 2 ? parts[1] : "";
    if (area.name) area.body.rows[0].cells[0].append(link({ area: area.name }, `Link to ${area.name}`));
  }
  let waiting;
  const changed = () => {
    Object.assign(state, { test: "", subtest: "" });
    remember();
    drawAll();
  };
  $("#query").addEventListener("input", (event) => {
    state.q = event.target.value;
    clearTimeout(waiting);
    waiting = setTimeout(changed, 150);
  });
  $("fieldset").addEventListener("change", (event) => {
    state.show = event.target.value;
    changed();
  });
  $("#runtime").addEventListener("change", (event) => {
    state.column = event.target.value;
    changed();
  });
  $("#messages").addEventListener("change", () => areas.forEach(draw));
  addEventListener("hashchange", recall);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, select")) return;
    event.preventDefault();
    $("#query").focus();
  });
  const tools = $("#tools");
  tools.hidden = false;
  // The table's head stays below the tools, however many lines those take.
  new ResizeObserver(() => {
    const fixed = getComputedStyle(tools).position === "sticky";
    document.documentElement.style.setProperty("--tools", fixed ? `${tools.offsetHeight}px` : "0px");
  }).observe(tools);
  recall();
}

// After the first paint: the matrix is readable before a large report is parsed.
requestAnimationFrame(() => setTimeout(start));
})();

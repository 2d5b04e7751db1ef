// Draws tests and subtests into the matrix, as far as the reader opens them. Foreign text only ever
// goes in as text, never as markup.

function level(entry) {
  if (entry.sc === undefined) return "none";
  if (entry.ok) return "full";
  for (const [least, name] of [
    [950, "l5"],
    [750, "l4"],
    [500, "l3"],
    [250, "l2"],
    [1, "l1"],
  ]) {
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
    if (entry.h?.v || entry.mi || Object.values(entry.x ?? {}).some((note) => note.v))
      remark("unexpected");
    if (entry.f) remark("flaky");
    if (entry.sl) remark("slow");
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
  const cell = element(
    "td",
    { className: letters.size > 1 ? "mixed" : first === "-" ? "U" : first },
    names,
  );
  if (HINT[first]) cell.title = HINT[first];
  for (const entry of entries) {
    const note = entry.x?.[at];
    if (note?.v) cell.append(element("span", { className: "mark" }, `expected ${note.v}`));
    if (note?.o) cell.append(element("span", { className: "mark" }, note.o));
    if (note?.i) cell.append(element("span", { className: "mark" }, "known intermittent"));
  }
  return cell;
}

function toggle(label, open, react) {
  const button = element(
    "button",
    { type: "button", className: "toggle", "aria-expanded": String(open) },
    label,
  );
  button.addEventListener("click", react);
  return button;
}

function link(params, label) {
  return element(
    "a",
    { className: "permalink", href: `#${fragment(params)}`, "aria-label": label },
    "#",
  );
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
  const head = element(
    "th",
    { scope: "row", title: test.t ?? "" },
    button,
    link({ test: test.n }, `Link to ${test.n}`),
  );
  const row = element("tr", { className: "test" }, head, ...test.c.map(testCell));
  if (test.n === state.test && !state.subtest) row.classList.add("target");
  row.dataset.test = test.n;
  return row;
}

// Whether a note has something to read in it.
function says(note) {
  return [note?.m, note?.s, note?.y].some((text) => text !== undefined);
}

function noted(test, at) {
  return test.c.flat().some((entry) => says(entry.x?.[at]));
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
  const head = element(
    "th",
    { scope: "row" },
    label,
    ...sections(test, at),
    link({ test: test.n, subtest: test.k[at] }, `Link to ${test.k[at]}`),
  );
  const row = element(
    "tr",
    { className: "subtest" },
    head,
    ...test.c.map((entries) => subtestCell(entries, at)),
  );
  row.dataset.place = String(at);
  if (test.n === state.test && test.k[at] === state.subtest) row.classList.add("target");
  if (!open) return [row];
  const list = element("dl", {});
  eachEntry(test, (label, entry) => {
    const note = entry.x?.[at];
    if (!says(note)) return;
    list.append(
      element("dt", {}, `${label}: ${STATUS[entry.r[at]]}`),
      element("dd", {}, ...texts(note)),
    );
  });
  return [row, detail(list)];
}

function eachEntry(test, visit) {
  test.c.forEach((entries, column) => {
    for (const entry of entries) {
      const label =
        entries.length > 1
          ? `${data.columns[column]}, ${entry.id ?? test.n}`
          : data.columns[column];
      visit(label, entry);
    }
  });
}

function texts(note) {
  const made = [];
  if (note.m !== undefined) made.push(element("pre", {}, data.strings[note.m]));
  if (note.s !== undefined) made.push(folded("Stack", data.strings[note.s]));
  if (note.y !== undefined) made.push(element("p", {}, ...because(note)));
  return made;
}

// Why something else than the ideal was expected.
function because(note) {
  const issue = note.l === undefined ? [] : [" ", webLink(note.l)];
  return ["Expected because: ", foreign(data.strings[note.y]), ...issue];
}

function folded(title, text) {
  return element(
    "details",
    {},
    element("summary", {}, title),
    element("pre", { tabIndex: 0 }, text),
  );
}

function detail(...children) {
  const cell = element(
    "td",
    { colspan: data.columns.length + 1 },
    element("div", { className: "panel" }, ...children),
  );
  return element("tr", { className: "detail" }, cell);
}

function webLink(address) {
  if (!/^https?:\/\//i.test(address)) return foreign(address);
  return element(
    "a",
    { href: address, rel: "noreferrer noopener" },
    address.replace(/^https?:\/\//i, ""),
  );
}

// A link to the section of each requirement that a subtest checks; its title says what that asks.
function sections(test, at) {
  const numbers = data.sets?.[test.w?.[at] ?? 0] ?? [];
  return numbers.map((number) => {
    const [address, text] = data.requirements[number];
    if (!/^https?:\/\//i.test(address))
      return element("span", { className: "section", title: text }, "§");
    return element(
      "a",
      {
        className: "section",
        href: address,
        title: text,
        rel: "noreferrer noopener",
        "aria-label": `Specification: ${text}`,
      },
      "§",
    );
  });
}

function testPanel(test) {
  const parts = [];
  if (test.t) parts.push(element("p", {}, foreign(test.t)));
  if (test.s) {
    const links = test.s.flatMap((address, at) =>
      at > 0 ? [" · ", webLink(address)] : [webLink(address)],
    );
    parts.push(element("p", {}, "Specification: ", ...links));
  }
  const plain = [];
  const list = element("dl", {});
  eachEntry(test, (label, entry) => {
    const head = `${label}: ${facts(entry)}`;
    const body = told(entry);
    if (body.length > 0) list.append(element("dt", {}, head), element("dd", {}, ...body));
    else plain.push(head);
  });
  if (plain.length > 0) parts.push(element("p", {}, plain.join(" · ")));
  parts.push(list);
  return detail(...parts);
}

function facts(entry) {
  const facts = [entry.st ?? "unmeasured (planned, and without a result)"];
  if (entry.st && entry.st !== "SKIP") facts.push(`${entry.d} ms`);
  if (entry.h?.v) facts.push(`expected ${entry.h.v}`);
  if (entry.h?.i) facts.push("known intermittent");
  if (entry.ea)
    facts.push(`${entry.ea.length + 1} attempts${entry.f ? ", which ended differently" : ""}`);
  return facts.join(", ");
}

// What there is to read of a test as a whole on one runtime.
function told(entry) {
  const body = texts(entry.h ?? {});
  for (const [at, [was, message]] of (entry.ea ?? []).entries()) {
    body.push(element("p", {}, `Attempt ${at + 1}: ${was}`));
    if (message !== null) body.push(element("pre", {}, data.strings[message]));
  }
  for (const name of entry.mi ?? [])
    body.push(element("p", {}, "Expected and not reported: ", foreign(name)));
  for (const [kind, message, stack] of entry.u ?? []) {
    body.push(
      element("p", {}, `Uncaught (${kind}):`),
      ...texts({ m: message, s: stack ?? undefined }),
    );
  }
  if (entry.o !== undefined) body.push(folded("Standard output, its end", data.strings[entry.o]));
  if (entry.e !== undefined) body.push(folded("Standard error, its end", data.strings[entry.e]));
  return body;
}

function more(left, react) {
  const head = element("th", { scope: "row", colspan: data.columns.length + 1 });
  for (const count of left > CHUNK ? [CHUNK, left] : [left]) {
    const button = element(
      "button",
      { type: "button" },
      count === left ? `Show all ${left} more` : `Show ${count} more`,
    );
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
        rows.append(
          more(left, (count) => {
            openTests.set(test, openTests.get(test) + count);
            redraw(area, test);
          }),
        );
      }
    }
    if (tests.length > area.limit) {
      rows.append(
        more(tests.length - area.limit, (count) => {
          area.limit += count;
          redraw(area);
        }),
      );
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
  row?.querySelector("button, a")?.focus({ preventScroll: true });
}

let filtered = false; // whether the last drawing was of a selection, which opened areas by itself

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
  } else if (filtered) {
    for (const area of areas) area.open = area.name === state.area;
  }
  filtered = filtering();
  areas.forEach(draw);
}

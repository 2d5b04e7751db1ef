// The page's address and controls, and its start.

function fragment(params) {
  return Object.entries(params)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2F", "/")}`)
    .join("&");
}

function remember() {
  const { q, show, column, test, subtest, area } = state;
  const params = fragment({
    show: show === "all" ? "" : show,
    q,
    in: column,
    area: test ? "" : area,
    test,
    subtest,
  });
  history.replaceState(null, "", params ? `#${params}` : location.pathname + location.search);
}

function recall() {
  const params = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  const get = (key) => params.get(key) ?? "";
  const show = Object.hasOwn(wants, get("show")) ? get("show") : "all";
  const column = data.columns[Number(get("in") || "x")] === undefined ? "" : get("in");
  Object.assign(state, {
    q: get("q"),
    show,
    column,
    test: get("test"),
    subtest: get("subtest"),
    area: get("area"),
  });
  $("#query").value = state.q;
  $("#runtime").value = column;
  $(`input[name=show][value=${show}]`).checked = true;
  const test = data.tests.find((each) => each.n === state.test);
  filtered = false; // what is opened below stays open
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
  const target =
    $("tr.target") ?? (state.area ? areas.find((a) => a.name === state.area)?.body : null);
  if (!target) return;
  target.scrollIntoView({ block: state.test ? "center" : "start" });
  target.querySelector("button, a")?.focus({ preventScroll: true });
}

function clearFilter() {
  Object.assign(state, { q: "", show: "all", column: "" });
  $("#query").value = "";
  $("#runtime").value = "";
  $("input[name=show][value=all]").checked = true;
}

// The data is JSON, deflated, in base64.
function unpack(text) {
  const bytes =
    Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(inflated).json();
}

async function start() {
  data = await unpack($("#data").textContent);
  $("#data").remove();
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
    area.name = parts.length > 2 ? parts[1] : "(root)";
    area.body.rows[0].cells[0].append(link({ area: area.name }, `Link to ${area.name}`));
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
    if (
      event.key !== "/" ||
      event.ctrlKey ||
      event.metaKey ||
      event.target.matches("input, select")
    )
      return;
    event.preventDefault();
    $("#query").focus();
  });
  const tools = $("#tools");
  tools.hidden = false;
  // The table's head stays below the tools, however many lines those take.
  new ResizeObserver(() => {
    const fixed = getComputedStyle(tools).position === "sticky";
    document.documentElement.style.setProperty(
      "--tools",
      fixed ? `${tools.offsetHeight}px` : "0px",
    );
  }).observe(tools);
  recall();
}

// After the first paint: the matrix is readable before a large report is parsed.
requestAnimationFrame(() => setTimeout(start));

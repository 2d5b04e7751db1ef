// A host for testharnessreport.js in a page that a person has opened: shows results as a table.
//
// Evaluated right before it, as one script with it. In a worker there is nobody to show results to.
(() => {
  "use strict";
  if (globalThis.__winterproof__ !== undefined) return;
  const host = { send() {}, completed: () => setTimeout(() => host.close()) };
  globalThis.__winterproof__ = host;
  if (typeof document === "undefined") return;

  const rows = document.createElement("tbody");
  const summary = document.createElement("p");
  const counts = {};

  function cell(row, text, title) {
    const cell = row.appendChild(document.createElement("td"));
    cell.textContent = text;
    if (title) cell.title = title;
  }

  function summarize(status) {
    const parts = Object.entries(counts).map(([status, count]) => `${count} ${status}`);
    summary.textContent = `${status}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
  }

  function hear(message) {
    if (message.type === "subtest") {
      counts[message.status] = (counts[message.status] ?? 0) + 1;
      const row = rows.appendChild(document.createElement("tr"));
      row.className = message.status;
      cell(row, message.status);
      cell(row, message.name);
      cell(row, message.message ?? "", message.stack);
      summarize("running");
    } else if (message.type === "done") {
      summarize(message.message ? `${message.status} (${message.message})` : message.status);
      show();
    }
  }

  host.send = (text) => {
    for (const line of text.split("\n")) hear(JSON.parse(line));
  };

  // Tests may look at the document: it gets the table when they are done.
  function show() {
    const style = document.createElement("style");
    style.textContent = `
      #winterproof { font: 14px/1.4 system-ui, sans-serif; margin: 1em; color: #222; background: #fff }
      #winterproof td { padding: .15em .7em .15em 0; vertical-align: top; white-space: pre-wrap }
      #winterproof td:first-child { font-weight: 600; color: #b00020 }
      #winterproof .PASS td:first-child { color: #1a7f37 }`;
    const whole = document.createElement("div");
    whole.id = "winterproof";
    const table = document.createElement("table");
    table.append(rows);
    whole.append(style, summary, table);
    (document.body ?? document.documentElement).append(whole);
  }

  addEventListener("error", (event) => host.uncaught?.("error", event.error ?? event.message));
  addEventListener("unhandledrejection", (event) =>
    host.uncaught?.("unhandledrejection", event.reason),
  );
  // How results of a worker get into the page that has started it.
  globalThis.fetch_tests_from_worker ??= () => {
    summary.textContent =
      "This root shows no results of workers: open the page that ends in .any.html.";
    show();
  };
})();

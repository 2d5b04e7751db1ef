// How soon an HTML report can be read and used, in Chromium without a window.
//
//   node tools/first-paint.mjs [--chromium PATH] [--limit MS] [--runs N] REPORT.html
//
// Prints, in milliseconds from the start of the navigation: the first paint, the first contentful
// paint, and when the page's script is ready to open tests; then how long a search takes that looks
// through every subtest. Exits with 1 when the first contentful paint of any run is later than the
// limit (2000).
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: {
    chromium: { type: "string", default: "chromium-headless-shell" },
    limit: { type: "string", default: "2000" },
    runs: { type: "string", default: "3" },
  },
  allowPositionals: true,
});
const page = pathToFileURL(resolve(positionals[0])).href;

// Waits in the page for what its script does, and tells when that was.
const READY = `new Promise((done) => {
  const look = () => {
    if (document.querySelector("#tools")?.hidden !== false) return setTimeout(look, 5);
    const paints = performance.getEntriesByType("paint").map((e) => [e.name, e.startTime]);
    done({ ...Object.fromEntries(paints), ready: performance.now() });
  };
  look();
})`;
const SEARCH = `new Promise((done) => {
  const begin = performance.now();
  const query = document.querySelector("#query");
  query.value = "no subtest is called this";
  query.dispatchEvent(new Event("input"));
  const look = () => {
    const matches = document.querySelector("#matches").textContent;
    if (!matches.startsWith("0 of")) return setTimeout(look, 5);
    done(performance.now() - begin);
  };
  look();
})`;

async function browser() {
  const profile = mkdtempSync(join(tmpdir(), "first-paint-"));
  const flags = ["--no-sandbox", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const child = spawn(values.chromium, [...flags, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const address = await new Promise((found, failed) => {
    let text = "";
    child.on("error", failed);
    child.on("exit", (code) => failed(new Error(`${values.chromium} ended with ${code}: ${text}`)));
    child.stderr.on("data", (data) => {
      text += data;
      const match = /DevTools listening on (ws:\S+)/.exec(text);
      if (match) found(match[1]);
    });
  });
  const stop = async () => {
    child.removeAllListeners("exit");
    const ended = new Promise((done) => child.on("exit", done));
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { address, stop };
}

async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((open, failed) => {
    socket.onopen = open;
    socket.onerror = () => failed(new Error(`no connection to ${address}`));
  });
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(data);
    waiting.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
  };
  let last = 0;
  return (method, params = {}, sessionId = undefined) =>
    new Promise((done) => {
      last += 1;
      waiting.set(last, done);
      socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    });
}

async function measure() {
  const { address, stop } = await browser();
  try {
    const send = await connect(address);
    const { targetId } = await send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    const evaluate = async (expression) => {
      const params = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", params, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    };
    await send("Page.enable", {}, sessionId);
    await send("Page.navigate", { url: page }, sessionId);
    const times = await evaluate(READY);
    return { ...times, search: await evaluate(SEARCH) };
  } finally {
    await stop();
  }
}

let late = false;
for (let run = 1; run <= Number(values.runs); run += 1) {
  const times = await measure();
  late ||= !(times["first-contentful-paint"] <= Number(values.limit));
  const shown = Object.entries(times).map(([name, time]) => `${name} ${Math.round(time)} ms`);
  console.log(`run ${run}: ${shown.join(", ")}`);
}
process.exit(late ? 1 : 0);

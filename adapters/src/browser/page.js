// The page of a browser: it asks winterproof what to do, runs each test in a worker of its own and
// passes on what the workers say. It evaluates no test itself, so that nothing of a test reaches it.
"use strict";

((config) => {
  const { next, said } = config;
  // The workers of running tests, by the keys of their requests.
  const workers = new Map();
  let outbox = "";
  let posting = false;

  function say(text) {
    outbox += text;
    if (!posting) post();
  }

  async function post() {
    posting = true;
    // What a quick test says comes within a moment; together it costs one request.
    await new Promise((resolve) => setTimeout(resolve, 2));
    while (outbox !== "") {
      const body = outbox;
      outbox = "";
      await fetch(said, { method: "POST", body });
    }
    posting = false;
  }

  function end(key) {
    const worker = workers.get(key);
    if (worker === undefined) return;
    workers.delete(key);
    worker.terminate();
    say(`${key}!ended\n`);
  }

  function run({ key, url, request }) {
    const worker = new Worker(url);
    workers.set(key, worker);
    let heard = false;
    worker.addEventListener("message", ({ data }) => {
      // A test can send messages too, but knows no key.
      if (typeof data !== "string" || !data.startsWith(key)) return;
      heard = true;
      if (data === `${key}!ended`) end(key);
      else say(data);
    });
    worker.addEventListener("error", (event) => {
      // What a test does not catch its host has heard first.
      event.preventDefault();
      if (heard) return;
      say(`${key}!failed ${JSON.stringify(event.message ?? "the worker did not load")}\n`);
      end(key);
    });
    worker.postMessage(request);
  }

  const perform = { run, stop: ({ key }) => end(key) };

  (async () => {
    const ask = { method: "POST", body: navigator.userAgent };
    for (;;) {
      const answer = await fetch(next, ask);
      // Another page has taken the place of this one.
      if (!answer.ok) return;
      for (const command of await answer.json()) perform[command.do](command);
    }
  })();
})(CONFIG);

// Starts the worker in which a test runs, for the page or for a window of the test's own, and gives
// back what ends it. `say` takes what the test says, `end` hears that it is over, `fail` why it never
// began.
function startWorker({ key, url, request }, { say, end, fail }) {
  const worker = new Worker(url);
  let heard = false;
  worker.addEventListener("message", ({ data }) => {
    // A test can send messages too, but knows no key.
    if (typeof data !== "string" || !data.startsWith(key)) return;
    heard = true;
    if (data === `${key}!ended`) end();
    else say(data);
  });
  worker.addEventListener("error", (event) => {
    // What a test does not catch its host has heard first.
    event.preventDefault();
    if (heard) return;
    fail(event.message ?? "the worker did not load");
  });
  worker.postMessage(request);
  return () => worker.terminate();
}

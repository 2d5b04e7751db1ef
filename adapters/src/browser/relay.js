// The worker that passes on to winterproof what tests say. It has a thread of its own: a test in a
// frame of the page can keep that one's busy for ever, and what it said before counts.
"use strict";

((said) => {
  let outbox = "";
  let posting = false;

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

  addEventListener("message", ({ data }) => {
    outbox += data;
    if (!posting) post();
  });
})(SAID);

// The worker that passes on to winterproof what tests say. It has a thread of its own: a test in a
// document can keep that one's busy for ever, and what it said before counts.
"use strict";

((said) => {
  let outbox = "";
  let posting = false;
  let leaving = false;

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
    if (leaving) postMessage("all is said");
  }

  addEventListener("message", ({ data }) => {
    if (typeof data === "string") {
      outbox += data;
    } else {
      outbox += data.last;
      leaving = true;
    }
    if (!posting) post();
  });
})(SAID);

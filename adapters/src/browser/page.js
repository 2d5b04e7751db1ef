// The page of a browser: it asks winterproof what to do, runs each test in a worker, a frame or a
// window of its own and passes on what they say. It evaluates no test itself. Nothing of a test in a
// worker or a window reaches it; one in a frame shares its thread, and could reach it as its parent.
// startWorker() stands in front of this.
"use strict";

((config) => {
  const { next } = config;
  const relay = new Worker(config.relay);
  // How to end the tests that run, by the keys of their requests.
  const running = new Map();

  function say(text) {
    relay.postMessage(text);
  }

  function end(key) {
    const remove = running.get(key);
    if (remove === undefined) return;
    running.delete(key);
    remove();
    say(`${key}!ended\n`);
  }

  function fail(key, why) {
    say(`${key}!failed ${JSON.stringify(why)}\n`);
    end(key);
  }

  function inWorker(command) {
    const { key } = command;
    const stop = startWorker(command, {
      say,
      end: () => end(key),
      fail: (why) => fail(key, why),
    });
    running.set(key, stop);
  }

  // Its host speaks for itself, and tells winterproof that the test is over.
  function inWindow({ key, window: address }) {
    const opened = open(address, "", "popup,width=800,height=600");
    running.set(key, () => opened?.close());
    if (opened === null) fail(key, "no window opened");
  }

  function inFrame({ key, url, request, frame: address }) {
    const frame = document.createElement("iframe");
    running.set(key, () => frame.remove());
    // Its host takes this away before a script of the test is there.
    frame.winterproof = {
      request,
      url,
      say,
      // Not while its own code runs.
      leave: () => setTimeout(end, 0, key),
    };
    frame.addEventListener("load", () => {
      if ("winterproof" in frame) fail(key, "the frame did not load");
    });
    frame.width = 800;
    frame.height = 600;
    frame.src = address;
    document.body.append(frame);
  }

  function run(command) {
    if ("window" in command) inWindow(command);
    else if ("frame" in command) inFrame(command);
    else inWorker(command);
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

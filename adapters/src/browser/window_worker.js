// Behind startWorker() and window.js: the test runs in a worker of this window.
const fail = (why) => {
  say(`${key}!failed ${JSON.stringify(why)}\n`);
  leave();
};
startWorker({ key, url: CONFIG.worker, request }, { say, end: leave, fail });

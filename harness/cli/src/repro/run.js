// How it is run: that one subtest, and what comes of it.

// Subtests of other names are not even begun.
function alone(define) {
  const inert = new Proxy(() => inert, { get: (_, key) => (key === "then" ? undefined : inert) });
  return (func, name, properties) => {
    const other = name && harness.withoutLoneSurrogates(String(name)) !== SUBTEST;
    return other ? inert : define(func, name, properties);
  };
}

function run() {
  const { process, setTimeout } = globalThis;
  const { tests, uncaught } = harness;
  const print = console.log;
  const exit = process?.exit?.bind(process);
  const words = ["PASS", "FAIL", "TIMEOUT", "NOTRUN", "PRECONDITION_FAILED"];
  const isThere = Promise.resolve();

  tests.completionCallbacks[0] = (all, whole) => {
    let code = 2;
    try {
      for (let i = 0; i < all.length; i++) {
        const { name, status, message, stack } = all[i];
        if (name !== SUBTEST) continue;
        if (code !== 1) code = status === 0 ? 0 : 1;
        print(`${words[status]}: ${name}`);
        if (message) print(message);
        // Some engines begin it with the message.
        if (stack) print(stack.slice(stack.indexOf("\n    at") + 1));
      }
      if (code === 2) print("NOT THERE: the test defines no such subtest here");
      if (whole.message) print(`The test as a whole: ${whole.message}`);
    } finally {
      exit?.(code);
    }
  };
  // Whatever breaks from here on is no pass.
  if (process) process.exitCode = 2;
  const caught = (error) => uncaught(error, String(error), error?.stack);
  process?.on?.("uncaughtException", caught);
  process?.on?.("unhandledRejection", caught);
  process?.on?.("beforeExit", () => tests.timeout());
  setTimeout?.(() => tests.timeout(), TIMEOUT)?.unref?.();
  if (TITLE) globalThis.META_TITLE = TITLE;
  isThere.then(() => tests.loaded());
  scripts.call(globalThis);
}

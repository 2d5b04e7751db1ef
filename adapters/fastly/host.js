// What only Fastly Compute can do for the far end of the wire (farEnd(), which stands in front of
// this). This text has run when the program is made; each request finds it as it was then, in an
// instance of its own. Messages are lines on standard output, which are written at once: the answer
// would only be sent when the event loop turns.
const { log } = console;
const { setTimeout: start, clearTimeout: stop } = globalThis;
const { apply } = Reflect;
const { Response } = globalThis;
const { sdkVersion } = fastly;
// biome-ignore lint/security/noGlobalEval: no other way leads from a request to a script that runs
const evaluateGlobally = eval;
const parse = JSON.parse;
const slice = Function.prototype.call.bind(String.prototype.slice);

addEventListener("fetch", (event) => {
  event.respondWith(
    new Promise((resolve, reject) => {
      event.request
        .text()
        .then((text) => serve(parse(text), () => resolve(new Response(""))), reject);
    }),
  );
});

function serve(request, answer) {
  let deadline;
  const { run, uncaught } = farEnd({
    request: { ...request, scripts: joined(request.scripts ?? []) },
    version: sdkVersion,
    engine: "SpiderMonkey",
    write: (text) => log(slice(text, 0, -1)),
    evaluate,
    later: (callback) => start(callback, 0),
    after: (callback, ms) => {
      deadline = start(callback, ms);
    },
    exit: () => {
      // It would keep the instance alive.
      stop(deadline);
      answer();
    },
  });
  if (request.type !== "run") {
    answer();
    return;
  }
  for (const name of ["setTimeout", "setInterval"]) watchTimer(name, uncaught);
  run();
}

// testharness.js and its report come each by itself. What follows shares declarations, which scripts
// do in one global and what is evaluated does not: it becomes one text.
function joined(scripts) {
  const rest = scripts.slice(2);
  if (rest.length === 0) return scripts;
  return [...scripts.slice(0, 2), { rest, url: rest[rest.length - 1].url }];
}

function evaluate({ url, source, rest }) {
  if (rest === undefined) {
    deaf(() => named(url, source));
    return;
  }
  let all = "";
  for (let i = 0; i < rest.length; i++) all += `${rest[i].source}\n;`;
  named(url, all);
}

function named(url, source) {
  evaluateGlobally(`${source}\n//# sourceURL=${url}`);
}

// testharness.js listens to events that are not there, for which addEventListener() would end the
// instance. A test that does the same finds the runtime's own function.
function deaf(callback) {
  const original = Object.getOwnPropertyDescriptor(globalThis, "addEventListener");
  Object.defineProperty(globalThis, "addEventListener", { ...original, value: () => {} });
  try {
    callback();
  } finally {
    Object.defineProperty(globalThis, "addEventListener", original);
  }
}

// What the callback of a timer throws ends the instance, and nobody is told.
function watchTimer(name, uncaught) {
  const original = globalThis[name];
  globalThis[name] = new Proxy(original, {
    apply(target, receiver, args) {
      const callback = args[0];
      if (typeof callback === "function") {
        args[0] = function (...given) {
          try {
            return apply(callback, this, given);
          } catch (error) {
            uncaught("error", error);
          }
        };
      }
      return apply(target, receiver, args);
    },
  });
}

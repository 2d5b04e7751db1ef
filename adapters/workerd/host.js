// What only workerd can do for the far end of the wire (farEnd(), which stands in front of this): one
// process runs one test. The request is a binding of the configuration (host.capnp), messages are
// lines on standard output, where a test's own output goes too. It repairs no API.
//
// Two requests are at work in one isolate. The first, `test`, is outside: it keeps the clock and
// waits for the second, `fetch`, in which the scripts of the test run. workerd cancels a request in
// which nothing is left to run, and the first hears of it.

// A test may replace any of these; what the host needs is taken before.
const { apply, defineProperty, deleteProperty, getPrototypeOf, setPrototypeOf } = Reflect;
const { getOwnPropertyDescriptor } = Reflect;
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const slice = uncurry(String.prototype.slice);
const includes = uncurry(String.prototype.includes);
const then = uncurry(Promise.prototype.then);
// Unlike setTimeout(), which can be JavaScript with parts that a test may replace.
const wait = scheduler.wait.bind(scheduler);
const isAbove = uncurry(Object.prototype.isPrototypeOf);
const { ErrorEvent, PromiseRejectionEvent, Response } = globalThis;
const { log } = console;

let farEndOfTest = null;
// Calls back at the deadline.
let late = null;
// Ends the test, from the request that is named so.
let endInside = null;
let endOutside = null;

export default {
  async test(_controller, env) {
    const { scripts, self } = env;
    const request = JSON.parse(new TextDecoder().decode(env.request));
    // A test can get at the bindings: it shall find neither the key nor a way to evaluate scripts.
    for (const name in env) delete env[name];

    const { run, uncaught, expire } = farEnd({
      request,
      engine: "V8",
      write,
      evaluate: ({ url, source }) => scripts.eval(source, url),
      // Rejections that nothing handled are told after the microtasks: wait for one turn.
      later: (callback) => after(callback, 0),
      after: (callback) => {
        late = callback;
      },
      exit: () => (endOutside ?? endInside)(),
    });
    if (request.type !== "run") return;
    // A test can dispatch events of the same names, which need not be of the same kind.
    addEventListener("error", (event) => {
      if (isAbove(ErrorEvent.prototype, event)) uncaught("error", event.error);
    });
    addEventListener("unhandledrejection", (event) => {
      if (!isAbove(PromiseRejectionEvent.prototype, event)) return;
      uncaught("unhandledrejection", event.reason);
    });
    for (const name of ["setTimeout", "setInterval", "setImmediate"]) watchTimer(name, uncaught);
    farEndOfTest = () => {
      run();
      // WPT's testharness.js takes a global of this kind for a service worker's, and waits for this.
      if (request.aliases !== undefined) dispatchEvent(new Event("install"));
    };

    await new Promise((resolve, reject) => {
      const outside = (callback) => {
        endOutside = resolve;
        callback();
      };
      after(() => outside(late), request.timeout_ms);
      self.fetch("http://test/").then(resolve, (error) => {
        if (!includes(error.message, "would never generate a response")) return reject(error);
        outside(() => expire("the runtime is idle and the test is not done"));
      });
    });
  },

  async fetch() {
    const ended = new Promise((resolve) => {
      endInside = resolve;
    });
    farEndOfTest();
    await ended;
    return new Response(null);
  },
};

function after(callback, ms) {
  const promise = wait(ms);
  // A test may have changed what the promises of others are made by.
  set(promise, "constructor", { value: undefined });
  then(promise, callback);
}

// The parts of JavaScript that console.log() is made of, as they were.
const parts = [
  part(Array.prototype, "pop"),
  part(Array.prototype, Symbol.iterator),
  part(getPrototypeOf([][Symbol.iterator]()), "next"),
];

function part(object, key) {
  return { object, key, original: getOwnPropertyDescriptor(object, key) };
}

// console.log() writes at once and ends the line. A test may have replaced what it is made of: that is
// put back while it works.
function write(text) {
  const replaced = [];
  for (let i = 0; i < parts.length; i++) {
    const { object, key, original } = parts[i];
    const now = getOwnPropertyDescriptor(object, key);
    if (now?.value === original.value) continue;
    replaced[replaced.length] = { object, key, now };
    set(object, key, original);
  }
  log(slice(text, 0, -1));
  for (let i = 0; i < replaced.length; i++) {
    const { object, key, now } = replaced[i];
    if (now === undefined) deleteProperty(object, key);
    else set(object, key, now);
  }
}

// Whatever a test has put on Object.prototype is no part of the descriptor.
function set(object, key, descriptor) {
  setPrototypeOf(descriptor, null);
  defineProperty(object, key, descriptor);
}

// What a timer's callback throws is written to standard error and told to nobody in the isolate. So
// the functions that take such callbacks are stood in for by proxies, which look and do the same.
function watchTimer(name, uncaught) {
  let owner = globalThis;
  while (owner !== null && getOwnPropertyDescriptor(owner, name) === undefined) {
    owner = getPrototypeOf(owner);
  }
  if (owner === null) return;
  const descriptor = getOwnPropertyDescriptor(owner, name);
  const watched = (callback) =>
    function (...args) {
      try {
        return apply(callback, this, args);
      } catch (error) {
        uncaught("error", error);
        throw error;
      }
    };
  descriptor.value = new Proxy(descriptor.value, {
    __proto__: null,
    apply(timer, receiver, args) {
      if (typeof args[0] === "function") args[0] = watched(args[0]);
      return apply(timer, receiver, args);
    },
  });
  set(owner, name, descriptor);
}

// What only Deno can do for the far end of the wire (farEnd(), which stands in front of this): one
// process runs one test. The request is standard input, messages go to file descriptor 3, which a
// test's own output never reaches. It adds no API and repairs none.

// A test may replace any of these; what the host needs is taken before.
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const getter = (type, key) => uncurry(Object.getOwnPropertyDescriptor(type.prototype, key).get);
const encode = uncurry(TextEncoder.prototype.encode);
const part = uncurry(Uint8Array.prototype.subarray);
const writeSync = uncurry(Deno.FsFile.prototype.writeSync);
const preventDefault = uncurry(Event.prototype.preventDefault);
const stopPropagation = uncurry(Event.prototype.stopImmediatePropagation);
const isAbove = uncurry(Object.prototype.isPrototypeOf);
const { ErrorEvent, PromiseRejectionEvent } = globalThis;
const errorOf = getter(ErrorEvent, "error");
const reasonOf = getter(PromiseRejectionEvent, "reason");
const { exit, readTextFileSync, unrefTimer } = Deno;
const { deno, v8 } = Deno.version;
const encoder = new TextEncoder();
const defer = setTimeout;

// Deno's own door to scripts that share one global scope. It takes what the engine answers out of an
// array by iteration, which a test may have broken: so a script itself says when it has come to its
// end, by a declaration behind its last line. (A declaration completes no statement that the script
// leaves unfinished.) Nobody can guess the names, and names of this kind can't be listed.
const { evalContext } = Deno[Deno.internal].core;
let complete = false;
let count = 0;

// The descriptors are opened once more, so no test can close what the host reads and writes.
const channel = Deno.openSync("/dev/fd/3", { write: true });
const request = JSON.parse(readTextFileSync("/dev/stdin"));
// The request is a file of this process alone; a test shall not read the key out of it.
try {
  Deno.openSync("/dev/stdin", { write: true, truncate: true }).close();
} catch {
  // A pipe, when somebody tries the host by hand: it is empty by now.
}

const secret = `winterproof_${request.key}`;
const [take] = evalContext(`let ${secret}; (end) => { ${secret} = end; }`, "file:///host");
take(() => {
  complete = true;
});
let ending = false;

const { run, uncaught, expire } = farEnd({
  request,
  version: deno,
  engine: `V8 ${v8}`,
  write(text) {
    let bytes = encode(encoder, text);
    while (bytes.length > 0) bytes = part(bytes, writeSync(channel, bytes));
  },
  evaluate({ url, source, file }) {
    const text = source ?? readTextFileSync(file);
    complete = false;
    count++;
    try {
      const { 1: failure } = evalContext(
        `${text}\nconst ${secret}_${count} = ${secret}();`,
        `file://${url}`,
      );
      if (failure !== null) throw failure.thrown;
    } catch (error) {
      if (!complete) throw error;
    }
  },
  // Rejections that nothing handled are told after the microtasks: wait for one turn.
  later: (callback) => defer(() => defer(callback, 0), 0),
  after: (callback, ms) => unrefTimer(setTimeout(callback, ms)),
  exit() {
    ending = true;
    exit(0);
  },
});

if (request.type === "run") {
  // First of all listeners, so none of the test's can keep an event from the host. A test can dispatch
  // events of the same names, which need not be of the same kind.
  addEventListener("error", (event) => {
    if (!isAbove(ErrorEvent.prototype, event)) return;
    preventDefault(event);
    uncaught("error", errorOf(event));
  });
  addEventListener("unhandledrejection", (event) => {
    if (!isAbove(PromiseRejectionEvent.prototype, event)) return;
    preventDefault(event);
    uncaught("unhandledrejection", reasonOf(event));
  });
  // Nothing is left to run. Prevented, because what the far end says next takes a turn.
  addEventListener("beforeunload", (event) => {
    preventDefault(event);
    expire("the runtime is idle and the test is not done");
  });
  // Deno.exit() tells it; the end of the host is nothing to listen to.
  addEventListener("unload", (event) => {
    if (ending) stopPropagation(event);
  });
  // The runtime is still at work on this module: it may need what the test is going to break. In a
  // microtask, because modules of Deno's own that a script loads would run microtasks amid the script.
  setTimeout(() => Promise.resolve().then(run), 0);
} else {
  exit(0);
}

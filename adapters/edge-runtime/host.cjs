// A Node.js process with edge-runtime in it: each test is a request to a server on a port of
// 127.0.0.1 and runs in a context of its own. Messages are the answer, in chunks.
//
// Only what the test left running could tell it from one in a fresh process. So nothing of the host
// keeps the event loop alive while a test runs: the loop's end then means what it does in a process
// of the test's own. A test that leaves something behind takes the process with it.
const { readFileSync, writeSync } = require("node:fs");
const { createServer } = require("node:http");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

const [main, port] = process.argv.slice(2);
const { EdgeRuntime } = require(main);
const { version } = JSON.parse(readFileSync(join(dirname(main), "../package.json"), "utf8"));
const { versions } = process;
// A test can reach this realm, through the constructor of any function of it, and replace these.
const exit = process.reallyExit.bind(process);
const { byteLength, from } = Buffer;
const { ownKeys, getOwnPropertyDescriptor } = Reflect;
const { is } = Object;
const { wait } = Atomics;
const defer = setImmediate;
const timer = setTimeout;

// How long what a test left running may take to end, in milliseconds.
const LINGER = 20;

// The far end belongs to the test's realm: it defines globals there and reads built-ins of it.
const farEndSource = new Script(`"use strict";(${farEnd})`, { filename: "winterproof" });
const scripts = new Map();
const server = createServer({ keepAlive: false }, take);
let current = null;

function take(request, { socket }) {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => serve(JSON.parse(Buffer.concat(chunks).toString()), socket));
}

function serve(request, socket) {
  const write = writerTo(socket._handle.fd);
  write("HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n");
  const runtime = fresh();
  const test = { ended: false, end: () => end(write, socket) };
  current = test;
  server.unref();
  socket.unref();
  Object.assign(
    test,
    farEndSource.runInContext(runtime.context)({
      request,
      version,
      engine: `V8 ${versions.v8} of Node.js ${versions.node}`,
      write: (text) => write(chunk(text)),
      evaluate: (script) => compiled(script).runInContext(runtime.context),
      // Rejections that nothing handled are told after the microtasks: wait for one turn.
      later: (callback) => defer(callback),
      after: (callback, ms) => timer(callback, ms).unref(),
      exit: () => {
        test.ended = true;
        test.lingers = timer(() => exit(0), LINGER).unref();
      },
    }),
  );
  if (request.type !== "run") {
    test.ended = true;
    return;
  }
  // The base URL of the fetch() that edge-runtime is built with: what setGlobalOrigin() sets.
  Object.defineProperty(globalThis, Symbol.for("undici.globalOrigin.1"), {
    value: request.base_url === undefined ? undefined : new URL(request.base_url),
    writable: true,
    enumerable: false,
    configurable: false,
  });
  test.run();
}

// Nothing is left to run. What nobody waits for may have been changed all the same.
process.on("beforeExit", () => {
  if (current === null) return;
  if (!current.ended) {
    current.expire("the runtime is idle and the test is not done");
    return;
  }
  const { end, lingers } = current;
  clearTimeout(lingers);
  current = null;
  if (isChanged()) exit(0);
  end();
});

function end(write, socket) {
  write("0\r\n\r\n");
  socket.end();
  server.ref();
}

process.on("uncaughtException", (error) => told("error", error));
process.on("unhandledRejection", (reason) => told("unhandledrejection", reason));

function told(kind, value) {
  if (current === null) {
    console.error(value);
    exit(1);
  }
  current.uncaught(kind, value);
}

// A context. edge-runtime keeps the listeners of the last one that had any: none of another test's
// shall hear of this one.
function fresh() {
  const runtime = new EdgeRuntime();
  runtime.context.__onErrorHandlers = [];
  runtime.context.__onUnhandledRejectionHandlers = [];
  return runtime;
}

// Files are the same in all tests of a run.
function compiled({ url, source, file }) {
  if (file === undefined) return new Script(source, { filename: url });
  let script = scripts.get(file);
  if (script === undefined) {
    script = new Script(readFileSync(file, "utf8"), { filename: url });
    scripts.set(file, script);
  }
  return script;
}

function chunk(text) {
  return `${byteLength(text).toString(16)}\r\n${text}\r\n`;
}

// Writes at once and whole, past Node.js's own buffers: a test that never returns is heard too.
function writerTo(fd) {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  return (text) => {
    let rest = from(text);
    while (rest.length > 0) {
      try {
        rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        // Nobody hears any more: the harness has given up, and will end this process.
        if (error.code !== "EAGAIN") return;
        wait(cell, 0, 0, 1);
      }
    }
  };
}

// What all contexts share: the objects of this realm that a fresh one leads to.
function shared() {
  const found = new Set();
  const add = (value) => {
    if (!(value instanceof Object) || found.has(value)) return;
    found.add(value);
    if (typeof value === "function") add(value.prototype);
  };
  for (const value of [
    Array,
    Error,
    Function,
    JSON,
    Map,
    Object,
    Promise,
    Reflect,
    Set,
    TypeError,
  ]) {
    add(value);
  }
  const { context } = fresh();
  for (const name of Object.getOwnPropertyNames(context)) {
    if (name !== "globalThis" && name !== "self") add(context[name]);
  }
  return [...found];
}

// Whether a test has changed any of it.
function isChanged() {
  return objects.some((object, index) => !isAs(object, properties[index]));
}

function propertiesOf(object) {
  return ownKeys(object).map((key) => [key, getOwnPropertyDescriptor(object, key)]);
}

function isAs(object, before) {
  const now = propertiesOf(object);
  return (
    now.length === before.length &&
    now.every(([key, descriptor], index) => {
      const [oldKey, old] = before[index];
      return (
        key === oldKey &&
        is(descriptor.value, old.value) &&
        descriptor.get === old.get &&
        descriptor.set === old.set &&
        descriptor.writable === old.writable &&
        descriptor.enumerable === old.enumerable &&
        descriptor.configurable === old.configurable
      );
    })
  );
}

const objects = shared();
const properties = objects.map(propertiesOf);
server.listen(Number(port), "127.0.0.1");

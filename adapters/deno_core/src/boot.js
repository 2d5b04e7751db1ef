// Makes of deno_core's bare global what Deno makes of it with the same crates: loads the extension
// scripts and puts what they export on the global object, with the attributes that Deno gives it.
//
// Adds no API: what Deno implements in other crates (navigator, WebSocket, Worker, the Deno namespace)
// is absent. Does not own: when things run, and what becomes of errors that nothing caught.
"use strict";

// `host` brings:
//   send(text), completed()   see docs/wire.md
//   uncaught(kind, value)     nothing caught this
//   location                  what relative URLs are resolved against, or null
// Returns `hook`, the object in which host and testharnessreport.js meet, and `rejections()`.
(host) => {
  const { core, internals, primordials } = globalThis.__bootstrap;
  const { ops } = core;
  const { uncaught } = host;
  const { ObjectAssign, ObjectDefineProperties, ObjectDefineProperty, ObjectSetPrototypeOf } =
    primordials;

  // What scripts see of deno_core. Where Deno would report an error and end the process, the host hears
  // of it and the test goes on. It hears where reporting begins, before the event is dispatched: no
  // listener and no replaced method is in the way.
  let isProbe = false;
  const view = {
    __proto__: null,
    primordials,
    internals,
    core: ObjectAssign({ __proto__: null }, core, {
      destructureError(error) {
        // A second call follows at once for an error without frames, to find out where it is reported.
        if (!isProbe) uncaught("error", error);
        const parts = core.destructureError(error);
        isProbe = !isProbe && parts.frames.length === 0;
        return parts;
      },
      reportUnhandledException() {},
    }),
  };
  view.core.ops = ObjectAssign({ __proto__: null }, ops);
  ops.op_set_captured_bootstrap(view);

  // fetch() wants Deno's tracing and TLS modules, which are crates of their own, and uses neither
  // unless tracing is on or a client certificate is given.
  internals.__telemetry = { TRACING_ENABLED: false, PROPAGATORS: [], exitSpan() {} };
  internals.__telemetryUtil = {};

  const load = (extension, script) => core.loadExtScript(`ext:${extension}/${script}.js`);
  const web = (script) => load("deno_web", script);
  const webidl = load("deno_webidl", "00_webidl");
  const event = web("02_event");
  const timers = web("02_timers");
  const base64 = web("05_base64");
  const streams = web("06_streams");
  const encoding = web("08_text_encoding");
  const file = web("09_file");
  const messagePort = web("13_message_port");
  const performance = web("15_performance");
  const url = web("00_url");
  const abortSignal = web("03_abort_signal");
  const globalInterfaces = web("04_global_interfaces");
  const { Console } = web("01_console");
  const { DOMException, QuotaExceededError } = web("01_dom_exception");
  const compression = web("14_compression");
  const crypto = load("deno_crypto", "00_crypto");
  const { fetch } = load("deno_fetch", "26_fetch");

  const interfaces = {
    __proto__: null,
    AbortController: abortSignal.AbortController,
    AbortSignal: abortSignal.AbortSignal,
    Blob: file.Blob,
    BroadcastChannel: web("01_broadcast_channel").BroadcastChannel,
    ByteLengthQueuingStrategy: streams.ByteLengthQueuingStrategy,
    CloseEvent: event.CloseEvent,
    CompressionStream: compression.CompressionStream,
    CountQueuingStrategy: streams.CountQueuingStrategy,
    Crypto: crypto.Crypto,
    CryptoKey: crypto.CryptoKey,
    CustomEvent: event.CustomEvent,
    DecompressionStream: compression.DecompressionStream,
    DOMException,
    ErrorEvent: event.ErrorEvent,
    Event: event.Event,
    EventSource: load("deno_fetch", "27_eventsource").EventSource,
    EventTarget: event.EventTarget,
    File: file.File,
    FileReader: web("10_filereader").FileReader,
    FormData: load("deno_fetch", "21_formdata").FormData,
    Headers: load("deno_fetch", "20_headers").Headers,
    MessageChannel: messagePort.MessageChannel,
    MessageEvent: event.MessageEvent,
    MessagePort: messagePort.MessagePort,
    Performance: performance.Performance,
    PerformanceEntry: performance.PerformanceEntry,
    PerformanceMark: performance.PerformanceMark,
    PerformanceMeasure: performance.PerformanceMeasure,
    PerformanceObserver: performance.PerformanceObserver,
    PerformanceObserverEntryList: performance.PerformanceObserverEntryList,
    ProgressEvent: event.ProgressEvent,
    PromiseRejectionEvent: event.PromiseRejectionEvent,
    QuotaExceededError,
    ReadableByteStreamController: streams.ReadableByteStreamController,
    ReadableStream: streams.ReadableStream,
    ReadableStreamBYOBReader: streams.ReadableStreamBYOBReader,
    ReadableStreamBYOBRequest: streams.ReadableStreamBYOBRequest,
    ReadableStreamDefaultController: streams.ReadableStreamDefaultController,
    ReadableStreamDefaultReader: streams.ReadableStreamDefaultReader,
    Request: load("deno_fetch", "23_request").Request,
    Response: load("deno_fetch", "23_response").Response,
    SubtleCrypto: crypto.SubtleCrypto,
    TextDecoder: encoding.TextDecoder,
    TextDecoderStream: encoding.TextDecoderStream,
    TextEncoder: encoding.TextEncoder,
    TextEncoderStream: encoding.TextEncoderStream,
    TransformStream: streams.TransformStream,
    TransformStreamDefaultController: streams.TransformStreamDefaultController,
    URL: url.URL,
    URLPattern: web("01_urlpattern").URLPattern,
    URLSearchParams: url.URLSearchParams,
    WritableStream: streams.WritableStream,
    WritableStreamDefaultController: streams.WritableStreamDefaultController,
    WritableStreamDefaultWriter: streams.WritableStreamDefaultWriter,
  };
  const members = {
    __proto__: null,
    atob: base64.atob,
    btoa: base64.btoa,
    clearInterval: timers.clearInterval,
    clearTimeout: timers.clearTimeout,
    fetch,
    performance: performance.performance,
    queueMicrotask: globalThis.queueMicrotask,
    reportError: event.reportError,
    setInterval: timers.setInterval,
    setTimeout: timers.setTimeout,
    structuredClone: messagePort.structuredClone,
  };
  const descriptors = {
    __proto__: null,
    Window: globalInterfaces.windowConstructorDescriptor,
    console: nonEnumerable(new Console((text, level) => core.print(text, level > 1))),
    crypto: getter(() => crypto.crypto),
    self: getter(() => globalThis),
  };
  for (const name in interfaces) descriptors[name] = nonEnumerable(interfaces[name]);
  for (const name in members) {
    descriptors[name] = { ...nonEnumerable(members[name]), enumerable: true };
  }

  for (const name of [
    "AbortError",
    "DataError",
    "IndexSizeError",
    "InvalidAccessError",
    "InvalidCharacterError",
    "InvalidStateError",
    "NotSupportedError",
    "OperationError",
    "SyntaxError",
    "TypeMismatchError",
  ]) {
    core.registerErrorBuilder(`DOMException${name}`, (text) => new DOMException(text, name));
  }
  core.registerErrorBuilder(
    "DOMExceptionQuotaExceededError",
    (text) => new QuotaExceededError(text),
  );

  core.setReportExceptionCallback(event.reportException);
  core.setUnhandledPromiseRejectionHandler(unhandled);
  core.setHandledPromiseRejectionHandler((promise, reason) => {
    dispatch("rejectionhandled", promise, reason);
  });

  function unhandled(promise, reason) {
    uncaught("unhandledrejection", reason);
    dispatch("unhandledrejection", promise, reason);
    return true;
  }

  function dispatch(type, promise, reason) {
    const cancelable = type === "unhandledrejection";
    globalThis.dispatchEvent(
      new event.PromiseRejectionEvent(type, { cancelable, promise, reason }),
    );
  }

  function nonEnumerable(value) {
    return { __proto__: null, value, writable: true, enumerable: false, configurable: true };
  }

  function getter(get) {
    return { __proto__: null, get, set: undefined, enumerable: true, configurable: true };
  }

  ObjectDefineProperties(globalThis, descriptors);
  ObjectSetPrototypeOf(globalThis, globalInterfaces.Window.prototype);
  globalThis[webidl.brand] = webidl.brand;
  event.setEventTargetData(globalThis);
  event.saveGlobalThisReference(globalThis);
  for (const name of ["error", "unhandledrejection", "rejectionhandled"]) {
    event.defineEventHandler(globalThis, name);
  }
  performance.setTimeOrigin();
  if (host.location !== null) web("12_location").setLocationHref(host.location);

  for (const name of ["Deno", "__bootstrap", "gc"]) delete globalThis[name];

  const { send, completed } = host;
  const hook = { send, completed, uncaught: null, expire: null, close: null };
  ObjectDefineProperty(globalThis, "__winterproof__", nonEnumerable(hook));
  return {
    hook,
    // Reports the rejections that nothing has handled until now.
    rejections() {
      const pending = ops.op_drain_pending_rejections();
      if (pending === undefined) return;
      for (let i = 0; i < pending.length; i += 3) unhandled(pending[i], pending[i + 1]);
    },
  };
};

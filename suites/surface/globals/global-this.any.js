// META: title=globalThis, self and the kind of global object
// META: spec=https://tc39.es/ecma262/#sec-globalthis
// META: spec=https://html.spec.whatwg.org/multipage/workers.html#workerglobalscope
// META: script=../resources/properties.js
"use strict";

// ECMA-429, 5.3: what a global scope that maps to WorkerGlobalScope has to have.
function workerGlobalScope() {
  const { WorkerGlobalScope } = globalThis;
  assert_implements_optional(
    typeof WorkerGlobalScope === "function" && globalThis instanceof WorkerGlobalScope,
    "the global object is no WorkerGlobalScope",
  );
  return globalThis;
}

test(() => {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, "globalThis");
  assert_equals(descriptor.value, globalThis);
  assert_data_property(descriptor, "writable configurable", "globalThis");
}, "globalThis is a writable, configurable property of itself, not enumerable");

test(() => {
  assert_equals(workerGlobalScope().self, globalThis);
}, "the self of a WorkerGlobalScope is itself");

for (const key of ["onerror", "onunhandledrejection", "onrejectionhandled"]) {
  test(() => {
    assert_true(key in workerGlobalScope());
  }, `a WorkerGlobalScope has ${key}`);
}

// Clause 6 wishes for it and lets it be otherwise "for legacy reasons".
test(() => {
  assert_equals(typeof EventTarget, "function", "EventTarget is not defined");
  assert_implements_optional(globalIsEventTarget(), "the global object is no EventTarget");
}, "the global object is an EventTarget");

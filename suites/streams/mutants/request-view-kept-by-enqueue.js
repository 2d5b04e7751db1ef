// META: fault=The view of a request stays there after enqueue().
// META: requirement=byte-request-invalidated
"use strict";

const kept = new WeakMap();

mutate(ReadableByteStreamController.prototype, "enqueue", (enqueue) => {
  return function (...args) {
    const request = this.byobRequest;
    const view = request?.view;
    Reflect.apply(enqueue, this, args);
    if (request) kept.set(request, view);
  };
});

mutateGetter(ReadableStreamBYOBRequest.prototype, "view", (view) => {
  return function () {
    return view.call(this) ?? kept.get(this) ?? null;
  };
});

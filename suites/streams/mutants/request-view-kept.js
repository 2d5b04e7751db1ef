// META: fault=The view of a request stays there after respond().
// META: requirement=request-ended
"use strict";

const kept = new WeakMap();

mutate(ReadableStreamBYOBRequest.prototype, "respond", (respond) => {
  return function (...args) {
    const { view } = this;
    Reflect.apply(respond, this, args);
    kept.set(this, view);
  };
});

mutateGetter(ReadableStreamBYOBRequest.prototype, "view", (view) => {
  return function () {
    return view.call(this) ?? kept.get(this) ?? null;
  };
});

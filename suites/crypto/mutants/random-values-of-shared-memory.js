// META: fault=getRandomValues() takes a view of shared memory.
// META: requirement=random-shared
"use strict";

let taken = true;
try {
  crypto.getRandomValues(new Uint8Array(new SharedArrayBuffer(1)));
} catch {
  taken = false;
}
if (taken) throw new TypeError("the runtime does so itself");
mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      const kind = Object.prototype.toString.call(view?.buffer);
      if (kind !== "[object SharedArrayBuffer]") return Reflect.apply(getRandomValues, this, args);
      view.set(Reflect.apply(getRandomValues, this, [view.slice()]));
      return view;
    },
);

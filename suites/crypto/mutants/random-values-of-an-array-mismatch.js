// META: fault=getRandomValues() throws TypeMismatchError for what is no view at all.
// META: requirement=random-not-a-view
"use strict";

let refused;
try {
  crypto.getRandomValues([]);
} catch (error) {
  refused = error;
}
if (!(refused instanceof TypeError)) throw new TypeError("the runtime does so itself");
mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      if (args.length > 0 && !ArrayBuffer.isView(args[0])) {
        throw new DOMException("not a view", "TypeMismatchError");
      }
      return Reflect.apply(getRandomValues, this, args);
    },
);

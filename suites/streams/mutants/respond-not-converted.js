// META: fault=The argument of respond() has to be a number.
// META: requirement=request-respond-range
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respond", (respond) => {
  return function (...args) {
    if (args.length > 0 && typeof args[0] !== "number") throw new TypeError("not a number");
    return Reflect.apply(respond, this, args);
  };
});

// META: fault=respond() with more bytes than the view holds counts as what it holds.
// META: requirement=request-respond-too-much
"use strict";

mutate(ReadableStreamBYOBRequest.prototype, "respond", (respond) => {
  return function (...args) {
    const length = this.view?.byteLength;
    if (length > 0 && args[0] > length && Number.isSafeInteger(args[0])) args[0] = length;
    return Reflect.apply(respond, this, args);
  };
});

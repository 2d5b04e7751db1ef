// META: fault=byobRequest is undefined, where null is due.
// META: requirement=byte-request-null
"use strict";

mutateGetter(ReadableByteStreamController.prototype, "byobRequest", (byobRequest) => {
  return function () {
    return byobRequest.call(this) ?? undefined;
  };
});

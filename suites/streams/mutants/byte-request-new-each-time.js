// META: fault=byobRequest gives another request each time.
// META: requirement=byte-request-same
"use strict";

mutateGetter(ReadableByteStreamController.prototype, "byobRequest", (byobRequest) => {
  return function () {
    const request = byobRequest.call(this);
    if (request === null) return null;
    const copy = Object.create(ReadableStreamBYOBRequest.prototype);
    return Object.assign(
      copy,
      {
        respond: (...args) => request.respond(...args),
        respondWithNewView: (...args) => request.respondWithNewView(...args),
      },
      Object.defineProperty(copy, "view", { get: () => request.view }) && {},
    );
  };
});

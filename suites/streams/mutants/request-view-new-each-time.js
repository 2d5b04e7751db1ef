// META: fault=view of a request gives another Uint8Array each time.
// META: requirement=request-view
"use strict";

mutateGetter(ReadableStreamBYOBRequest.prototype, "view", (view) => {
  return function () {
    const bytes = view.call(this);
    return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
});

// META: fault=A min that is more than the view holds counts as what it holds.
// META: requirement=min-too-large
"use strict";

mutate(ReadableStreamBYOBReader.prototype, "read", (read) => {
  return function (...args) {
    const [view, options] = args;
    const length = view instanceof DataView ? view.byteLength : view?.length;
    if (options?.min > length) args[1] = { min: length };
    return Reflect.apply(read, this, args);
  };
});

// META: fault=A BYOB reader that a default stream refuses leaves the stream locked.
// META: requirement=get-reader-byob-needs-bytes
"use strict";

mutate(ReadableStream.prototype, "getReader", (getReader) => {
  return function (...args) {
    try {
      return getReader.apply(this, args);
    } catch (error) {
      if (String(args[0]?.mode) === "byob" && !this.locked) getReader.call(this);
      throw error;
    }
  };
});

// META: fault=values() takes any value for its options.
// META: requirement=iter-options
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    return values.call(this, Object(options) === options ? options : undefined);
  };
});

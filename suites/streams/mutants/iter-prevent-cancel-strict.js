// META: fault=preventCancel of values() counts only when it is true itself.
// META: requirement=iter-prevent-cancel-boolean
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    if (Object(options) !== options) return values.call(this, options);
    return values.call(this, { preventCancel: options.preventCancel === true });
  };
});

// META: fault=preventCancel is read when the iteration is left.
// META: requirement=iter-options
"use strict";

mutate(ReadableStream.prototype, "values", (values) => {
  return function (options) {
    if (Object(options) !== options) return values.call(this, options);
    const kept = values.call(this, { preventCancel: true });
    const original = kept.return;
    kept.return = async (value) => {
      const result = await original.call(kept, value);
      if (!options.preventCancel && !this.locked) await this.cancel(value);
      return result;
    };
    return kept;
  };
});

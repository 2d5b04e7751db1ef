// META: fault=values() looks at own members of its options alone.
// META: requirement=iter-options
"use strict";

const own = (options) => {
  return seen(options, (key, value) => (Object.hasOwn(options, key) ? value : undefined));
};

mutate(ReadableStream.prototype, "values", (original) => {
  return function (...args) {
    if (args.length > 0) args[0] = own(args[0]);
    return Reflect.apply(original, this, args);
  };
});

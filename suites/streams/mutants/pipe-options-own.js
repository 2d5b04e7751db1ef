// META: fault=pipeTo() looks at own members of its options alone.
// META: requirement=pipe-options-dictionary
"use strict";

const own = (options) => {
  return seen(options, (key, value) => (Object.hasOwn(options, key) ? value : undefined));
};

mutate(ReadableStream.prototype, "pipeTo", (original) => {
  return function (...args) {
    if (args.length > 1) args[1] = own(args[1]);
    return Reflect.apply(original, this, args);
  };
});

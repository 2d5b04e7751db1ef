// META: fault=verify() refuses a name that is no string but could be converted to one.
// META: requirement=normalize-name-converted
"use strict";

mutate(
  SubtleCrypto.prototype,
  "verify",
  (verify) =>
    async function (...args) {
      const name = Object.getOwnPropertyDescriptor(Object(args[0]), "name")?.value;
      if (Object(name) === name) throw new TypeError("name is no string");
      return Reflect.apply(verify, this, args);
    },
);

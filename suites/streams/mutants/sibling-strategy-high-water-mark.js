// META: fault=highWaterMark of a CountQueuingStrategy takes a ByteLengthQueuingStrategy.
// META: requirement=idl-attribute-brand
"use strict";

const sibling = Object.getOwnPropertyDescriptor(
  ByteLengthQueuingStrategy.prototype,
  "highWaterMark",
);

mutateGetter(CountQueuingStrategy.prototype, "highWaterMark", (highWaterMark) => {
  return function () {
    return Reflect.apply(
      this instanceof ByteLengthQueuingStrategy ? sibling.get : highWaterMark,
      this,
      [],
    );
  };
});

// META: fault=A highWaterMark that can't be converted to a number counts as NaN.
// META: requirement=strategy-hwm-type
"use strict";

const highWaterMark = (value) => (typeof value === "symbol" ? NaN : value);

for (const name of ["CountQueuingStrategy", "ByteLengthQueuingStrategy"]) {
  mutateConstructor(globalThis, name, (args, construct) => {
    return construct([withValues(args[0], { highWaterMark })]);
  });
}

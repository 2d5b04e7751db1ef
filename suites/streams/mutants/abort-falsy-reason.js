// META: fault=abort() hands a reason that is false, 0 or empty to the sink as undefined.
// META: requirement=abort-arguments
"use strict";

for (const { prototype } of [WritableStream, WritableStreamDefaultWriter]) {
  mutate(prototype, "abort", (abort) => {
    return function (reason) {
      return abort.call(this, reason || undefined);
    };
  });
}

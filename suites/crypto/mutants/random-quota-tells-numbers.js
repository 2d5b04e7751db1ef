// META: fault=The error over the quota tells the quota and what was requested.
// META: requirement=random-quota-numbers
"use strict";

const Quota = QuotaExceededError;
mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      const [view] = args;
      try {
        return Reflect.apply(getRandomValues, this, args);
      } catch (error) {
        if (!(error instanceof Quota)) throw error;
        throw new Quota(error.message, { quota: 65536, requested: view.byteLength });
      }
    },
);

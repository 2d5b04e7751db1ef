// META: fault=The error over the quota is a DOMException with the name alone, as it was before there was an interface.
// META: requirement=random-quota-error
"use strict";

const Quota = QuotaExceededError;
mutate(
  Crypto.prototype,
  "getRandomValues",
  (getRandomValues) =>
    function (...args) {
      try {
        return Reflect.apply(getRandomValues, this, args);
      } catch (error) {
        throw error instanceof Quota
          ? new DOMException(error.message, "QuotaExceededError")
          : error;
      }
    },
);

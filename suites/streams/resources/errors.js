"use strict";

// What a program may throw is no error more often than not: nothing may take these for "no error".
const ERRORS = [undefined, null, false, 0, ""];

// A stream_test that runs for each of them: run(t, error, fail, reject), where fail() throws the
// error and reject() gives a promise that is rejected with it.
function any_error_test(run, name, properties) {
  stream_test(
    async (t) => {
      for (const error of ERRORS) {
        const fail = () => {
          throw error;
        };
        try {
          await run(t, error, fail, () => Promise.reject(error));
        } catch (failure) {
          if (failure instanceof Error) failure.message += ` (with ${format_value(error)})`;
          throw failure;
        }
      }
    },
    name,
    properties,
  );
}

// The two ways of failing that any_error_test() gives, by the word for them.
const WAYS = { throws: (fail, reject) => fail, "rejects with": (fail, reject) => reject };

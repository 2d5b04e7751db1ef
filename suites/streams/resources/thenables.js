"use strict";

// What a method of an underlying source, sink or transformer gives is converted to a promise.
// subjects: { method: [make, requirement] }. make(result) builds a stream whose method gives the
// result, makes it be called, and returns { done(), failed }: whether what waits for the method has
// happened, and the promise that is rejected when the method fails.
function thenable_tests(prefix, subjects) {
  for (const [method, [make, requirement]] of Object.entries(subjects)) {
    const properties = { requirements: [requirement] };

    stream_test(
      async () => {
        let fulfill;
        const subject = make({
          then(resolve) {
            fulfill = resolve;
          },
        });
        await drain();
        assert_equals(typeof fulfill, "function", "then() was called");
        assert_false(subject.done(), "before the thenable is fulfilled");
        fulfill();
        await drain();
        assert_true(subject.done(), "afterwards");
      },
      `${prefix}: a thenable from ${method} is waited for`,
      properties,
    );

    stream_test(
      async (t) => {
        const error = makeError();
        const { failed } = make({ then: (_, reject) => reject(error) });
        await promise_rejects_exactly(t, error, failed);
      },
      `${prefix}: a thenable from ${method} can reject`,
      properties,
    );

    stream_test(
      async (t) => {
        const error = makeError();
        const result = {
          get then() {
            throw error;
          },
        };
        await promise_rejects_exactly(t, error, make(result).failed);
      },
      `${prefix}: an exception from the getter of then counts as a rejection by ${method}`,
      properties,
    );

    for (const result of [null, 1, "text", {}, { then: 1 }]) {
      stream_test(
        async () => {
          const subject = make(result);
          await drain();
          assert_true(subject.done());
        },
        `${prefix}: ${method} giving ${describeResult(result)} has finished at once`,
        properties,
      );
    }
  }
}

function describeResult(result) {
  return typeof result === "object" ? JSON.stringify(result) : format_value(result);
}

// The subject where the method's promise is that of a call on the stream.
function outcomeOf(promise) {
  let done = false;
  promise.then(
    () => {
      done = true;
    },
    () => {},
  );
  return { done: () => done, failed: promise };
}

// META: title=What start, pull and cancel of a source give
// META: spec=https://streams.spec.whatwg.org/#dom-underlyingsource-start
// META: spec=https://streams.spec.whatwg.org/#dom-underlyingsource-pull
// META: spec=https://streams.spec.whatwg.org/#dom-underlyingsource-cancel
// META: script=../resources/streams.js
// META: script=../resources/thenables.js
"use strict";

for (const [prefix, make] of [
  ["default controller", tracedReadable],
  ["byte controller", tracedBytes],
]) {
  thenable_tests(prefix, {
    start: [
      (result) => {
        const { calls, stream } = make({ start: () => result }, { highWaterMark: 1 });
        return { done: () => calls.includes("pull"), failed: stream.getReader().closed };
      },
      "rs-start-thenable",
    ],
    pull: [
      (result) => {
        // A read made during the first pull makes pull be called again afterwards.
        const pull = () => {
          if (trace.calls.length === 1) reader.read().catch(() => {});
          return result;
        };
        const trace = make({ pull }, { highWaterMark: 0 });
        const reader = trace.stream.getReader();
        reader.read().catch(() => {});
        return { done: () => trace.calls.length === 2, failed: reader.closed };
      },
      "rs-pull-thenable",
    ],
    cancel: [
      (result) => {
        const { stream } = make({ cancel: () => result });
        let done = false;
        const failed = stream.cancel();
        failed.then(
          () => {
            done = true;
          },
          () => {},
        );
        return { done: () => done, failed };
      },
      "rs-cancel-thenable",
    ],
  });
}

// META: fault=The signal of a request is the one that was given.
// META: requirement=signal-own
const signals = new WeakMap();
mutateConstructor(globalThis, "Request", (args, construct) => {
  let given;
  const [input, init] = args;
  const members = withMember(init, "signal", (signal) => {
    given = signal;
    return signal;
  });
  const request = construct(args.length > 1 ? [input, members] : args);
  if (given) signals.set(request, given);
  return request;
});
mutateGetter(
  Request.prototype,
  "signal",
  (original) =>
    function () {
      return signals.get(this) ?? original.call(this);
    },
);

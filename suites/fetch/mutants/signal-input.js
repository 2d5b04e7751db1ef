// META: fault=A request made from another with init does not follow the signal of that one.
// META: requirement=signal-input
mutateInit("Request", "signal", (signal) => (signal === undefined ? null : signal));

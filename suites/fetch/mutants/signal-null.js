// META: fault=A null signal in init leaves that of the input in place.
// META: requirement=signal-null
mutateInit("Request", "signal", (signal) => signal ?? undefined);

// META: fault=An input with a body is used up though the constructor throws.
// META: requirement=request-input-kept
mutateConstructor(globalThis, "Request", (args, construct) => {
  try {
    return construct(args);
  } catch (error) {
    const [input] = args;
    if (input instanceof Request && input.body && !input.body.locked) input.body.cancel();
    throw error;
  }
});

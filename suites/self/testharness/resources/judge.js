// Judges assertions without the help of assertions: one that always passed could not hide here.

// The message of the AssertionError that a call throws; null if it throws nothing.
function failureOf(call) {
  try {
    call();
  } catch (e) {
    if (e instanceof AssertionError) {
      return e.message;
    }
    throw e;
  }
  return null;
}

// Each call must return without an exception.
function allPass(...calls) {
  for (const call of calls) {
    const message = failureOf(call);
    if (message !== null) {
      throw new Error(`${call} failed: ${message}`);
    }
  }
}

// Each call must fail, with exactly the message given with it.
function allFail(...rows) {
  for (const [expected, call] of rows) {
    const message = failureOf(call);
    if (message !== expected) {
      throw new Error(`${call} failed with ${message}, not with ${expected}`);
    }
  }
}

// Plain comparison of two lists, element by element.
function sameList(actual, expected) {
  if (actual.length !== expected.length || expected.some((value, i) => actual[i] !== value)) {
    throw new Error(`[${actual.join(", ")}] is not [${expected.join(", ")}]`);
  }
}

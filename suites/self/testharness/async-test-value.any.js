// META: title=An asynchronous test whose function returns a promise
// META: spec=https://web-platform-tests.org/writing-tests/testharness-api.html#asynchronous-tests
// EXPECT: ERROR ~ "Test named \"nobody looks at its promise\" passed a function to `async_test` that returned a value. Consider using `promise_test` instead"
// EXPECT: TIMEOUT "nobody looks at its promise"
"use strict";

async_test(async () => {}, "nobody looks at its promise");

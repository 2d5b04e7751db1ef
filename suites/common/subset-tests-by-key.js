// Runs part of a file's tests by a key that the author gives each: the variant `?include=a|b` runs
// those whose key matches the pattern, `?exclude=a|b` all the others.
// `subsetTestByKey("a", promise_test, ...)` stands for `promise_test(...)`.
(() => {
  "use strict";

  const query = globalThis.location?.search ?? "";
  const choice = /[?&](include|exclude)=([^&]+)/.exec(query);
  const pattern = choice ? new RegExp(`^${choice[2]}$`) : null;
  const wanted = choice?.[1] === "include";

  globalThis.shouldRunSubTest = (key) => !key || !pattern || pattern.test(key) === wanted;

  globalThis.subsetTestByKey = (key, define, ...args) =>
    globalThis.shouldRunSubTest(key) ? define(...args) : null;
})();

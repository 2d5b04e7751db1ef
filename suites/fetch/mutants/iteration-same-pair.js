// META: fault=An iterator gives one array, filled anew, for each pair.
// META: requirement=iteration-result
const pairs = new WeakMap();
mutate(
  Object.getPrototypeOf(new Headers().entries()),
  "next",
  (original) =>
    function () {
      const result = original.call(this);
      if (!Array.isArray(result.value)) return result;
      if (!pairs.has(this)) pairs.set(this, result.value);
      const pair = pairs.get(this);
      [pair[0], pair[1]] = result.value;
      return { value: pair, done: false };
    },
);

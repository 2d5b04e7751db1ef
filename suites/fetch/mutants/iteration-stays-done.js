// META: fault=An iterator that was done stays done when the list grows.
// META: requirement=iteration-goes-on
const over = new WeakSet();
mutate(
  Object.getPrototypeOf(new Headers().keys()),
  "next",
  (original) =>
    function () {
      const result = original.call(this);
      if (result.done) over.add(this);
      return over.has(this) ? { value: undefined, done: true } : result;
    },
);

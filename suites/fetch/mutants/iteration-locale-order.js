// META: fault=Iterators give names as people sort words, not by their bytes.
// META: requirement=iteration-byte-order
const { entries } = Headers.prototype;
const states = new WeakMap();
for (const kind of ["entries", "keys", "values"]) {
  mutate(
    Headers.prototype,
    kind,
    (original) =>
      function () {
        const iterator = original.call(this);
        states.set(iterator, { headers: this, kind, index: 0 });
        return iterator;
      },
  );
}
mutate(
  Object.getPrototypeOf(new Headers().keys()),
  "next",
  (original) =>
    function () {
      const state = states.get(this);
      if (!state) return original.call(this);
      const pairs = Array.from(entries.call(state.headers));
      pairs.sort(([a], [b]) => a.localeCompare(b, "en"));
      const pair = pairs[state.index];
      if (!pair) return { value: undefined, done: true };
      state.index += 1;
      const value = { entries: pair, keys: pair[0], values: pair[1] }[state.kind];
      return { value, done: false };
    },
);

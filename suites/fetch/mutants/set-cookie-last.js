// META: fault=Iterators give Set-Cookie headers behind all others.
// META: requirement=set-cookie-sorted
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
      const all = Array.from(entries.call(state.headers));
      const isCookie = ([name]) => name === "set-cookie";
      const pairs = [...all.filter((pair) => !isCookie(pair)), ...all.filter(isCookie)];
      const pair = pairs[state.index];
      if (!pair) return { value: undefined, done: true };
      state.index += 1;
      const value = { entries: pair, keys: pair[0], values: pair[1] }[state.kind];
      return { value, done: false };
    },
);

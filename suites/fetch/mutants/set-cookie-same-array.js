// META: fault=getSetCookie() gives the same array as long as nothing changes.
// META: requirement=set-cookie-array
const arrays = new WeakMap();
mutate(
  Headers.prototype,
  "getSetCookie",
  (original) =>
    function () {
      const now = original.call(this);
      const before = arrays.get(this);
      if (before && before.source === now.join("\n")) return before.array;
      arrays.set(this, { source: now.join("\n"), array: now });
      return now;
    },
);

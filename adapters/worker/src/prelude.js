// The environment of a test beyond the engine's own: WPT's `GLOBAL` and the requested aliases.
// biome-ignore format: the call is appended to this expression, so its parentheses stay
((aliases) => {
  "use strict";
  function define(name, value) {
    Object.defineProperty(globalThis, name, {
      value,
      writable: true,
      enumerable: false,
      configurable: true,
    });
  }
  for (const name of aliases) {
    if (!(name in globalThis)) define(name, globalThis);
  }
  const no = () => false;
  define("GLOBAL", { isWindow: no, isWorker: no, isShadowRealm: no });
})

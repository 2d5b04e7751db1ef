// The environment of a test beyond the engine's own: WPT's `GLOBAL` and `META_TITLE`, and for WPT's
// own tests the aliases and what they read of `location`.
((aliases, address, title) => {
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
  if (address !== null && !("location" in globalThis)) {
    define("location", { ...address, toString: () => address.href });
  }
  const no = () => false;
  define("GLOBAL", { isWindow: no, isWorker: no, isShadowRealm: no });
  if (title !== null) define("META_TITLE", title);
})

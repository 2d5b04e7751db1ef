// The query of a variant, as the helpers in /common/ read it.
Object.defineProperty(globalThis, "location", {
  value: { search: "?include=a" },
  configurable: true,
  writable: true,
});

// The query of a variant, as the helpers in /common/ read it.
Object.defineProperty(globalThis, "location", {
  value: { search: "?2-3" },
  configurable: true,
  writable: true,
});

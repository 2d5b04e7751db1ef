// An address whose path names a file.
Object.defineProperty(globalThis, "location", {
  value: { search: "", pathname: "/folder.name/file-name.any.worker.html" },
  configurable: true,
  writable: true,
});

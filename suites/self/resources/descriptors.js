// Access to file descriptors from JavaScript, past whatever the host set up.

const fileSystem = () => globalThis.process.getBuiltinModule("node:fs");

// Tells whether all of it could be written.
function writeToDescriptor(descriptor, data) {
  try {
    let rest = typeof data === "string" ? new TextEncoder().encode(data) : data;
    while (rest.length > 0) rest = rest.subarray(fileSystem().writeSync(descriptor, rest));
    return true;
  } catch {
    return false;
  }
}

function closeDescriptor(descriptor) {
  try {
    fileSystem().closeSync(descriptor);
  } catch {
    // Not open: then there is nothing to take away.
  }
}

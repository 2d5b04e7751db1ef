// META: title=importKey() of bytes in a resizable buffer
// META: spec=https://webidl.spec.whatwg.org/#js-buffer-source-types
// META: spec=https://w3c.github.io/webcrypto/#subtlecrypto-interface-methods
// META: script=../resources/helpers.js
"use strict";

const { subtle } = globalThis.crypto ?? {};

// WebIDL, BufferSource: "if IsFixedLengthArrayBuffer(V) is false, then throw a TypeError". In a file
// of its own, because one runtime comes back from the call to nothing.
rejection_table([
  [
    "importKey: TypeError for a resizable buffer",
    TypeError,
    () => {
      const bytes = new ArrayBuffer(16, { maxByteLength: 32 });
      return subtle.importKey("raw", bytes, "AES-CBC", true, ["encrypt"]);
    },
    ["buffer-source-resizable"],
  ],
]);

// META: title=Data and parameters in resizable buffers
// META: spec=https://webidl.spec.whatwg.org/#js-buffer-source-types
// META: spec=https://w3c.github.io/webcrypto/#subtlecrypto-interface-methods
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const iv = new Uint8Array(16);
const cbc = { name: "AES-CBC", iv };

// WebIDL, BufferSource: no member of the union is marked [AllowResizable], so that "if
// IsFixedLengthArrayBuffer(V) is false, then throw a TypeError", and likewise for a view's buffer.
const resizable = () => new ArrayBuffer(16, { maxByteLength: 32 });
rejection_table(
  [
    ["digest: TypeError for a resizable buffer", () => subtle.digest("SHA-256", resizable())],
    [
      "digest: TypeError for a view of a resizable buffer",
      () => subtle.digest("SHA-256", new Uint8Array(resizable(), 0, 8)),
    ],
    [
      "encrypt: TypeError for data in a resizable buffer",
      (k) => subtle.encrypt(cbc, k.encrypt, resizable()),
    ],
    [
      "encrypt: TypeError for an iv in a resizable buffer",
      (k) => subtle.encrypt({ name: "AES-CBC", iv: resizable() }, k.encrypt, iv),
    ],
  ].map(([statement, call]) => [statement, TypeError, call, ["buffer-source-resizable"]]),
  async () => ({ encrypt: await import_aes("AES-CBC", 128, ["encrypt"]) }),
);

// META: title=The shape of SubtleCrypto
// META: spec=https://w3c.github.io/webcrypto/#subtlecrypto-interface
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("SubtleCrypto", {
  operations: {
    encrypt: 3,
    decrypt: 3,
    sign: 3,
    verify: 4,
    digest: 2,
    generateKey: 3,
    deriveKey: 5,
    deriveBits: 2,
    importKey: 5,
    exportKey: 2,
    wrapKey: 4,
    unwrapKey: 7,
  },
  promises: [
    "encrypt",
    "decrypt",
    "sign",
    "verify",
    "digest",
    "generateKey",
    "deriveKey",
    "deriveBits",
    "importKey",
    "exportKey",
    "wrapKey",
    "unwrapKey",
  ],
});

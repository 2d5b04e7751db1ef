// META: title=What encrypt() and decrypt() check first, and keys that can only wrap
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-decrypt
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-unwrapKey
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const iv = new Uint8Array(16);
const cbc = { name: "AES-CBC", iv };

async function given() {
  return {
    encrypt: await import_aes("AES-CBC", 128, ["encrypt"]),
    decrypt: await import_aes("AES-CBC", 128, ["decrypt"]),
    gcm: await import_aes("AES-GCM", 128, ["encrypt"]),
  };
}

rejection_table(
  [
    [
      "decrypt: an iv of a wrong length is not looked at before the usage",
      "InvalidAccessError",
      (k) => subtle.decrypt({ name: "AES-CBC", iv: new Uint8Array(1) }, k.encrypt, iv),
      ["decrypt-key-first"],
    ],
    [
      "decrypt: a wrong padding is not looked at before the usage",
      "InvalidAccessError",
      (k) => subtle.decrypt(cbc, k.encrypt, new Uint8Array(15)),
      ["decrypt-key-first"],
    ],
    [
      "encrypt: a length of the counter is not looked at before the key's algorithm",
      "InvalidAccessError",
      (k) => subtle.encrypt({ name: "AES-CTR", counter: iv, length: 0 }, k.gcm, iv),
      ["encrypt-key-first"],
    ],
    [
      "encrypt: a tag length is not looked at before the key's algorithm",
      "InvalidAccessError",
      (k) => subtle.encrypt({ name: "AES-GCM", iv, tagLength: 1 }, k.encrypt, iv),
      ["encrypt-key-first"],
    ],
  ],
  given,
);

for (const name of ["AES-CBC", "AES-GCM", "AES-CTR"]) {
  promise_test(
    async () => {
      const algorithm = { name, iv, counter: iv, length: 64 };
      const secret = await import_aes("AES-CBC", 256, ["encrypt"]);
      const wrapping = await import_aes(name, 128, ["wrapKey"], false);
      const wrapped = await subtle.wrapKey("raw", secret, wrapping, algorithm);
      const unwrapping = await import_aes(name, 128, ["unwrapKey"], false);
      const args = [wrapped, unwrapping, algorithm, "AES-CBC", true, ["encrypt"]];
      const unwrapped = await subtle.unwrapKey("raw", ...args);
      assert_buffer(await subtle.exportKey("raw", unwrapped), aes_keys[256]);
    },
    `${name}: keys with wrapKey or unwrapKey alone, not extractable, wrap and unwrap`,
    { requirements: ["unwrap-key-hidden", "wrap-encrypts", "unwrap-decrypts"] },
  );
}

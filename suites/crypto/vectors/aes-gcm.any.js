// META: title=Wycheproof: AES-GCM
// META: spec=https://w3c.github.io/webcrypto/#aes-gcm-operations-encrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-gcm-operations-decrypt
// META: script=../resources/wycheproof.js
// META: script=/_vectors/aes_gcm.js
"use strict";

async function check({ result, key, iv, aad, msg, ct, tag }) {
  const { subtle } = crypto;
  const algorithm = { name: "AES-GCM", iv, additionalData: aad };
  const imported = await subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
  const sealed = new Uint8Array([...ct, ...tag]);
  if (result === "invalid") {
    return wrong_rejection(subtle.decrypt(algorithm, imported, sealed), "OperationError");
  }
  if (!same_bytes(await subtle.encrypt(algorithm, imported, msg), sealed)) {
    return "encrypted to something else";
  }
  const opened = await subtle.decrypt(algorithm, imported, sealed);
  return same_bytes(opened, msg) ? null : "decrypted to something else";
}

wycheproof_subtests(check, {
  valid: ["gcm-encrypt", "gcm-decrypt", "gcm-iv-length"],
  invalid: ["gcm-decrypt-failure"],
});

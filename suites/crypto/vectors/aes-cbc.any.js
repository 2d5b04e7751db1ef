// META: title=Wycheproof: AES-CBC
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-encrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-decrypt
// META: script=../resources/wycheproof.js
// META: script=/_vectors/aes_cbc_pkcs5.js
"use strict";

async function check({ result, key, iv, msg, ct }) {
  const { subtle } = crypto;
  const algorithm = { name: "AES-CBC", iv };
  const imported = await subtle.importKey("raw", key, "AES-CBC", false, ["encrypt", "decrypt"]);
  if (result === "invalid") {
    return wrong_rejection(subtle.decrypt(algorithm, imported, ct), "OperationError");
  }
  if (!same_bytes(await subtle.encrypt(algorithm, imported, msg), ct)) {
    return "encrypted to something else";
  }
  const opened = await subtle.decrypt(algorithm, imported, ct);
  return same_bytes(opened, msg) ? null : "decrypted to something else";
}

wycheproof_subtests(check, {
  valid: ["cbc-encrypt", "cbc-decrypt"],
  invalid: ["cbc-decrypt-length", "cbc-decrypt-padding"],
});

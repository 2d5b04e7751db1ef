// META: title=Wycheproof: HKDF
// META: spec=https://w3c.github.io/webcrypto/#hkdf-operations-derive-bits
// META: script=../resources/wycheproof.js
// META: script=/_vectors/hkdf_sha1.js
// META: script=/_vectors/hkdf_sha256.js
// META: script=/_vectors/hkdf_sha384.js
// META: script=/_vectors/hkdf_sha512.js
"use strict";

const hashes = { hkdf_sha1: "SHA-1", hkdf_sha256: "SHA-256", hkdf_sha384: "SHA-384" };

async function check({ set, result, ikm, salt, info, size, okm }) {
  const { subtle } = crypto;
  const algorithm = { name: "HKDF", hash: hashes[set] ?? "SHA-512", salt, info };
  const key = await subtle.importKey("raw", ikm, "HKDF", false, ["deriveBits"]);
  const derived = subtle.deriveBits(algorithm, key, 8 * size);
  // More than 255 blocks.
  if (result === "invalid") {
    return wrong_rejection(derived, "OperationError");
  }
  return same_bytes(await derived, okm) ? null : "derived something else";
}

wycheproof_subtests(check, { valid: ["hkdf-bits"], invalid: ["hkdf-length-limit"] });

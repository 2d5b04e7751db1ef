// META: title=Wycheproof: PBKDF2
// META: spec=https://w3c.github.io/webcrypto/#pbkdf2-operations-derive-bits
// META: script=../resources/wycheproof.js
// META: script=/_vectors/pbkdf2_hmacsha1.js
// META: script=/_vectors/pbkdf2_hmacsha256.js
// META: script=/_vectors/pbkdf2_hmacsha384.js
// META: script=/_vectors/pbkdf2_hmacsha512.js
// META: timeout=long
"use strict";

const hashes = {
  pbkdf2_hmacsha1: "SHA-1",
  pbkdf2_hmacsha256: "SHA-256",
  pbkdf2_hmacsha384: "SHA-384",
  pbkdf2_hmacsha512: "SHA-512",
};

async function check({ set, password, salt, iterationCount, dkLen, dk }) {
  const { subtle } = crypto;
  const algorithm = { name: "PBKDF2", hash: hashes[set], salt, iterations: iterationCount };
  const key = await subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const derived = await subtle.deriveBits(algorithm, key, 8 * dkLen);
  return same_bytes(derived, dk) ? null : "derived something else";
}

wycheproof_subtests(check, { valid: ["pbkdf2-bits"] });

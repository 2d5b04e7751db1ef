// META: title=Wycheproof: HMAC
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-sign
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-verify
// META: script=../resources/wycheproof.js
// META: script=/_vectors/hmac_sha1.js
// META: script=/_vectors/hmac_sha256.js
// META: script=/_vectors/hmac_sha384.js
// META: script=/_vectors/hmac_sha512.js
"use strict";

const hashes = { hmac_sha1: "SHA-1", hmac_sha256: "SHA-256", hmac_sha384: "SHA-384" };

async function check({ set, group, result, key, msg, tag }) {
  const { subtle } = crypto;
  const algorithm = { name: "HMAC", hash: hashes[set] ?? "SHA-512" };
  const imported = await subtle.importKey("raw", key, algorithm, false, ["sign", "verify"]);
  const whole = new Uint8Array(await subtle.sign("HMAC", imported, msg));
  const valid = result === "valid";
  if (same_bytes(whole.subarray(0, tag.length), tag) !== valid) {
    return `${result}, and sign gives ${valid ? "something else" : "the same"}`;
  }
  // Verify compares whole signatures: one that is cut short is none.
  const verified = await subtle.verify("HMAC", imported, tag, msg);
  const expected = valid && group.about.tagSize === 8 * whole.length;
  return verified === expected ? null : `${result}, and verify gives ${verified}`;
}

wycheproof_subtests(check, {
  valid: ["hmac-sign", "hmac-verify"],
  invalid: ["hmac-verify-false"],
});

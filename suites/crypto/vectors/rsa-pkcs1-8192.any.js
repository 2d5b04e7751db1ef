// META: title=Wycheproof: RSASSA-PKCS1-v1_5 with 8192 bits
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-verify
// META: script=../resources/wycheproof.js
// META: script=/_vectors/rsa_signature_8192_sha256.js
// META: script=/_vectors/rsa_signature_8192_sha384.js
// META: script=/_vectors/rsa_signature_8192_sha512.js
// META: timeout=long
"use strict";

const check = signature_check(
  (group) => rsa_key(group, "RSASSA-PKCS1-v1_5"),
  () => "RSASSA-PKCS1-v1_5",
);

wycheproof_subtests(check, {
  valid: ["rsassa-verify"],
  acceptable: ["rsassa-verify"],
  invalid: ["rsassa-verify-false"],
});

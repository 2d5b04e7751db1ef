// META: title=Wycheproof: RSA-OAEP with 2048 bits
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-decrypt
// META: script=../resources/wycheproof.js
// META: script=/_vectors/rsa_oaep_2048_sha1_mgf1sha1.js
// META: script=/_vectors/rsa_oaep_2048_sha256_mgf1sha256.js
// META: script=/_vectors/rsa_oaep_2048_sha384_mgf1sha384.js
// META: script=/_vectors/rsa_oaep_2048_sha512_mgf1sha512.js
// META: timeout=long
"use strict";

wycheproof_subtests(oaep_check, {
  valid: ["oaep-decrypt", "oaep-label"],
  acceptable: ["oaep-decrypt"],
  invalid: ["oaep-decrypt-failure"],
});

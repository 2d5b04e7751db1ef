// META: title=Wycheproof: RSA-OAEP with 3072 and 4096 bits
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-decrypt
// META: script=../resources/wycheproof.js
// META: script=/_vectors/rsa_oaep_3072_sha256_mgf1sha256.js
// META: script=/_vectors/rsa_oaep_3072_sha512_mgf1sha512.js
// META: script=/_vectors/rsa_oaep_4096_sha256_mgf1sha256.js
// META: script=/_vectors/rsa_oaep_4096_sha512_mgf1sha512.js
// META: timeout=long
"use strict";

wycheproof_subtests(oaep_check, {
  valid: ["oaep-decrypt", "oaep-label"],
  acceptable: ["oaep-decrypt"],
  invalid: ["oaep-decrypt-failure"],
});

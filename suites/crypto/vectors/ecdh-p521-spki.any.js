// META: title=Wycheproof: ECDH with P-521 and public keys as spki
// META: spec=https://w3c.github.io/webcrypto/#ecdh-operations-derive-bits
// META: spec=https://w3c.github.io/webcrypto/#ecdh-operations-import-key
// META: script=../resources/wycheproof.js
// META: script=/_vectors/ecdh_secp521r1.js
// META: timeout=long
"use strict";

wycheproof_subtests(ecdh_check("spki", "P-521"), {
  valid: ["ecdh-secret", "ec-import-result"],
  acceptable: ["ecdh-secret"],
  invalid: ["ec-import-spki-data", "ec-import-spki-curve", "ec-import-spki-point"],
});

// META: title=Wycheproof: RSA-OAEP with keys of many lengths
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-decrypt
// META: script=../resources/wycheproof.js
// META: script=/_vectors/rsa_oaep_misc.js
// META: timeout=long
"use strict";

wycheproof_subtests(oaep_check, {
  valid: ["oaep-decrypt", "oaep-label"],
  acceptable: ["oaep-decrypt"],
  invalid: ["oaep-decrypt-failure"],
});

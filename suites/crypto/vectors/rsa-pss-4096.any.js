// META: title=Wycheproof: RSA-PSS with 4096 bits
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-verify
// META: script=../resources/wycheproof.js
// META: script=/_vectors/rsa_pss_4096_sha256_mgf1_32.js
// META: script=/_vectors/rsa_pss_4096_sha384_mgf1_48.js
// META: script=/_vectors/rsa_pss_4096_sha512_mgf1_32.js
// META: script=/_vectors/rsa_pss_4096_sha512_mgf1_32_params.js
// META: script=/_vectors/rsa_pss_4096_sha512_mgf1_64.js
// META: script=/_vectors/rsa_pss_4096_sha512_mgf1_64_params.js
// META: timeout=long
"use strict";

const check = signature_check(
  (group) => rsa_key(group, "RSA-PSS"),
  ({ about }) => ({ name: "RSA-PSS", saltLength: about.sLen }),
);

wycheproof_subtests(check, {
  valid: ["pss-verify"],
  invalid: ["pss-verify-false", "pss-verify-salt"],
});

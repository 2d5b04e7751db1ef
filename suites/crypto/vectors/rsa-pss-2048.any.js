// META: title=Wycheproof: RSA-PSS with 2048 bits
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-verify
// META: script=../resources/wycheproof.js
// META: script=/_vectors/rsa_pss_2048_sha1_mgf1_20.js
// META: script=/_vectors/rsa_pss_2048_sha1_mgf1_20_params.js
// META: script=/_vectors/rsa_pss_2048_sha256_mgf1_0.js
// META: script=/_vectors/rsa_pss_2048_sha256_mgf1_0_params.js
// META: script=/_vectors/rsa_pss_2048_sha256_mgf1_32.js
// META: script=/_vectors/rsa_pss_2048_sha256_mgf1_32_params.js
// META: script=/_vectors/rsa_pss_2048_sha384_mgf1_48.js
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

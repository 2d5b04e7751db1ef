// META: title=Wycheproof: RSA-PSS with keys and salts of many lengths
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-verify
// META: script=../resources/wycheproof.js
// META: script=/_vectors/rsa_pss_misc.js
// META: script=/_vectors/rsa_pss_misc_params.js
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

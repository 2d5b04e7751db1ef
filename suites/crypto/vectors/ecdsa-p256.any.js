// META: title=Wycheproof: ECDSA with P-256
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-verify
// META: script=../resources/wycheproof.js
// META: script=/_vectors/ecdsa_secp256r1_sha256_p1363.js
// META: script=/_vectors/ecdsa_secp256r1_sha512_p1363.js
// META: timeout=long
"use strict";

const algorithm = { name: "ECDSA", namedCurve: "P-256" };
const check = signature_check(
  (group) => wycheproof_key(group, "spki", algorithm, ["verify"]),
  ({ about }) => ({ name: "ECDSA", hash: about.sha }),
);

wycheproof_subtests(check, { valid: ["ecdsa-verify"], invalid: ["ecdsa-verify-false"] });

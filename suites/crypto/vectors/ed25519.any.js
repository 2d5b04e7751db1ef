// META: title=Wycheproof: Ed25519
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-verify
// META: script=../resources/wycheproof.js
// META: script=/_vectors/ed25519.js
"use strict";

const check = signature_check(
  (group) => wycheproof_key(group, "spki", "Ed25519", ["verify"]),
  () => "Ed25519",
);

wycheproof_subtests(check, { valid: ["ed25519-verify"], invalid: ["ed25519-verify-false"] });

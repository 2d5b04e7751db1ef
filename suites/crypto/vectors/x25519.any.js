// META: title=Wycheproof: X25519
// META: spec=https://w3c.github.io/webcrypto/#x25519-operations-derive-bits
// META: script=../resources/wycheproof.js
// META: script=/_vectors/x25519.js
"use strict";

const pkcs8_prefix = base64url_bytes("MC4CAQAwBQYDK2VuBCIEIA");

// RFC 7748, section 5, to which Derive Bits refers: implementations "MUST accept non-canonical
// values", and a point of the twist is a point like any other. So what others call acceptable is
// right, but for a secret of zeros: "If secret is the all-zero value, then throw a OperationError".
async function check({ public: point, private: scalar, shared }) {
  const { subtle } = crypto;
  const peer = await subtle.importKey("raw", point, "X25519", false, []);
  const pkcs8 = new Uint8Array([...pkcs8_prefix, ...scalar]);
  const key = await subtle.importKey("pkcs8", pkcs8, "X25519", false, ["deriveBits"]);
  const derived = subtle.deriveBits({ name: "X25519", public: peer }, key, 256);
  if (shared.every((byte) => byte === 0)) {
    return wrong_rejection(derived, "OperationError");
  }
  return same_bytes(await derived, shared) ? null : "derived something else";
}

wycheproof_subtests(check, {
  valid: ["x25519-secret"],
  acceptable: ["x25519-secret", "x25519-zero"],
});

// Keys of Curve25519 in every format: Ed25519 from RFC 8032, section 7.1, test 2; X25519 from
// RFC 7748, section 6.1 (Alice's, and Bob's public key to derive with).
"use strict";

const okp_keys = {
  Ed25519: {
    private_bytes: hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
    raw: hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
    oid: "06032b6570",
  },
  X25519: {
    private_bytes: hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"),
    raw: hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"),
    oid: "06032b656e",
  },
};

// RFC 8410: both structures are of fixed length, so that the key follows a fixed prefix.
for (const [name, key] of Object.entries(okp_keys)) {
  key.spki = concat(hex(`302a3005${key.oid}032100`), key.raw);
  key.pkcs8 = concat(hex(`302e0201003005${key.oid}04220420`), key.private_bytes);
  key.public_jwk = { kty: "OKP", crv: name, x: base64url(key.raw) };
  key.private_jwk = { ...key.public_jwk, d: base64url(key.private_bytes) };
}

const x25519_peer = {
  private_bytes: hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"),
  raw: hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"),
  secret: hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"),
};

function import_okp_public(name, usages) {
  return crypto.subtle.importKey("raw", okp_keys[name].raw, name, true, usages);
}

function import_okp_private(name, usages) {
  return crypto.subtle.importKey("pkcs8", okp_keys[name].pkcs8, name, true, usages);
}

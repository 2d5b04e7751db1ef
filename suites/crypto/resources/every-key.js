// One key of every kind that importKey() makes, with its data in every format that there is for it,
// and the tables of usages. Needs helpers.js, aes.js, rsa-keys.js, ec-keys.js and okp-keys.js.
"use strict";

const every_usage = [
  "encrypt",
  "decrypt",
  "sign",
  "verify",
  "deriveKey",
  "deriveBits",
  "wrapKey",
  "unwrapKey",
];

const oct = { raw: aes_keys[128], jwk: { kty: "oct", k: base64url(aes_keys[128]) } };
const derivation = ["deriveKey", "deriveBits"];
const cipher = ["encrypt", "decrypt", "wrapKey", "unwrapKey"];

// `family` is the beginning of the requirements' ids.
const secret_keys = [
  ["aes", { name: "AES-CBC" }, cipher],
  ["aes", { name: "AES-CTR" }, cipher],
  ["aes", { name: "AES-GCM" }, cipher],
  ["aes", { name: "AES-KW" }, ["wrapKey", "unwrapKey"]],
  ["hmac", { name: "HMAC", hash: "SHA-256" }, ["sign", "verify"]],
  ["hkdf", { name: "HKDF" }, derivation, { raw: oct.raw }],
  ["pbkdf2", { name: "PBKDF2" }, derivation, { raw: oct.raw }],
].map(([family, algorithm, usages, data = oct]) => {
  const extractable = data === oct;
  return { label: algorithm.name, family, type: "secret", algorithm, usages, data, extractable };
});

const rsa = {
  public: { spki: rsa_spki, jwk: rsa_public_jwk },
  private: { pkcs8: rsa_pkcs8, jwk: rsa_private_jwk },
};
const curve = ({ raw, spki, pkcs8, public_jwk, private_jwk }) => ({
  public: { raw, spki, jwk: public_jwk },
  private: { pkcs8, jwk: private_jwk },
});
const p256 = curve(ec_keys["P-256"]);

const pairs_of_keys = [
  ["rsa", { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, ["verify"], ["sign"], rsa],
  ["rsa", { name: "RSA-PSS", hash: "SHA-256" }, ["verify"], ["sign"], rsa],
  [
    "rsa",
    { name: "RSA-OAEP", hash: "SHA-256" },
    ["encrypt", "wrapKey"],
    ["decrypt", "unwrapKey"],
    rsa,
  ],
  ["ec", { name: "ECDSA", namedCurve: "P-256" }, ["verify"], ["sign"], p256],
  ["ec", { name: "ECDH", namedCurve: "P-256" }, [], derivation, p256],
  ["okp", { name: "Ed25519" }, ["verify"], ["sign"], curve(okp_keys.Ed25519)],
  ["okp", { name: "X25519" }, [], derivation, curve(okp_keys.X25519)],
];

const every_key = [
  ...secret_keys,
  ...pairs_of_keys.flatMap(([family, algorithm, public_usages, private_usages, data]) =>
    [
      ["public", public_usages],
      ["private", private_usages],
    ].map(([type, usages]) => ({
      label: `${type} ${algorithm.name}`,
      family,
      type,
      algorithm,
      usages,
      data: data[type],
      extractable: true,
    })),
  ),
];

function import_every(key, format = Object.keys(key.data)[0], usages = key.usages) {
  const { algorithm, data, extractable } = key;
  return crypto.subtle.importKey(format, data[format], algorithm, extractable, usages);
}

// META: title=RSA: what importKey refuses of keys of other kinds and of more than two primes
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-import-key
// META: script=../resources/helpers.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/okp-keys.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const usages = {
  "RSASSA-PKCS1-v1_5": ["verify", "sign"],
  "RSA-PSS": ["verify", "sign"],
  "RSA-OAEP": ["encrypt", "decrypt"],
};

// The same keys behind id-RSASSA-PSS and id-RSAES-OAEP. Import Key: "If the algorithm object
// identifier field [...] is not equal to the rsaEncryption object identifier defined in [RFC3447],
// then throw a DataError".
function behind(identifier, structure) {
  const at = structure.findIndex((_, i) =>
    [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01].every((b, k) => structure[i + k] === b),
  );
  const copy = new Uint8Array(structure);
  copy[at + 8] = identifier;
  return copy;
}

for (const [name, [public_usage, private_usage]] of Object.entries(usages)) {
  const import_as = (format, data, usage) =>
    subtle.importKey(format, data, { name, hash: "SHA-256" }, true, [usage]);

  rejection_table([
    ...[
      ["id-RSAES-OAEP", 7],
      ["id-RSASSA-PSS", 10],
      ["sha256WithRSAEncryption", 11],
    ].flatMap(([identifier, last]) => [
      [
        `${name}: spki: DataError for ${identifier}`,
        "DataError",
        () => import_as("spki", behind(last, rsa_spki), public_usage),
        ["rsa-import-spki-algorithm"],
      ],
      [
        `${name}: pkcs8: DataError for ${identifier}`,
        "DataError",
        () => import_as("pkcs8", behind(last, rsa_pkcs8), private_usage),
        ["rsa-import-pkcs8-algorithm"],
      ],
    ]),
    [
      `${name}: spki: DataError for a key of Ed25519`,
      "DataError",
      () => import_as("spki", okp_keys.Ed25519.spki, public_usage),
      ["rsa-import-spki-algorithm"],
    ],
    [
      `${name}: pkcs8: DataError for a key of X25519`,
      "DataError",
      () => import_as("pkcs8", okp_keys.X25519.pkcs8, private_usage),
      ["rsa-import-pkcs8-algorithm"],
    ],
    [
      `${name}: spki: DataError for a byte behind the structure`,
      "DataError",
      () => import_as("spki", concat(rsa_spki, [0]), public_usage),
      ["rsa-import-spki-data"],
    ],
    ...["p", "q", "dp", "dq", "qi"].map((member) => [
      `${name}: jwk: DataError if ${member} alone is missing of the primes`,
      "DataError",
      () => import_as("jwk", { ...rsa_private_jwk, [member]: undefined }, private_usage),
      ["rsa-import-jwk-private"],
    ]),
  ]);

  // JSON Web Algorithms, section 6.3.2.7: who does not support more than two primes and "encounters
  // a private key that includes the "oth" parameter" then "MUST NOT use the key". Which of the two
  // errors it is, is not looked at.
  promise_test(
    async () => {
      const other = { r: rsa_private_jwk.p, d: rsa_private_jwk.dp, t: rsa_private_jwk.qi };
      const jwk = { ...rsa_private_jwk, oth: [other] };
      const error = await import_as("jwk", jwk, private_usage).then(
        () => null,
        (reason) => reason,
      );
      assert_not_equals(error, null, "is rejected");
      assert_in_array(error.name, ["NotSupportedError", "DataError"]);
    },
    `${name}: jwk: refuses a third prime`,
    { requirements: ["rsa-import-jwk-oth"] },
  );
}

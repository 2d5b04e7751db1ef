// META: title=RSA: importKey and exportKey
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-export-key
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#jwk-mapping-alg
// META: script=../resources/helpers.js
// META: script=../resources/rsa-keys.js
"use strict";

const algorithms = {
  "RSASSA-PKCS1-v1_5": {
    public_usages: ["verify"],
    private_usages: ["sign"],
    algs: { "SHA-1": "RS1", "SHA-256": "RS256", "SHA-384": "RS384", "SHA-512": "RS512" },
  },
  "RSA-PSS": {
    public_usages: ["verify"],
    private_usages: ["sign"],
    algs: { "SHA-1": "PS1", "SHA-256": "PS256", "SHA-384": "PS384", "SHA-512": "PS512" },
  },
  "RSA-OAEP": {
    public_usages: ["encrypt", "wrapKey"],
    private_usages: ["decrypt", "unwrapKey"],
    algs: {
      "SHA-1": "RSA-OAEP",
      "SHA-256": "RSA-OAEP-256",
      "SHA-384": "RSA-OAEP-384",
      "SHA-512": "RSA-OAEP-512",
    },
  },
};

for (const [name, { public_usages, private_usages, algs }] of Object.entries(algorithms)) {
  const key_algorithm = (hash) => ({
    name,
    hash,
    modulusLength: 2048,
    publicExponent: [1, 0, 1],
  });
  const import_as = (format, data, usages, hash = "SHA-256") =>
    crypto.subtle.importKey(format, data, { name, hash }, true, usages);

  promise_test(
    async () => {
      const key = await import_as("spki", rsa_spki, public_usages);
      const algorithm = key_algorithm("SHA-256");
      assert_key(key, { type: "public", extractable: true, algorithm, usages: public_usages });
      assert_buffer(await crypto.subtle.exportKey("spki", key), rsa_spki);
    },
    `${name}: spki in, spki out`,
    { requirements: ["rsa-import-result", "rsa-export-spki"] },
  );

  promise_test(
    async () => {
      const key = await import_as("pkcs8", rsa_pkcs8, private_usages);
      const algorithm = key_algorithm("SHA-256");
      assert_key(key, { type: "private", extractable: true, algorithm, usages: private_usages });
      assert_buffer(await crypto.subtle.exportKey("pkcs8", key), rsa_pkcs8);
    },
    `${name}: pkcs8 in, pkcs8 out`,
    { requirements: ["rsa-import-result", "rsa-export-pkcs8"] },
  );

  promise_test(
    async () => {
      const key = await import_as("jwk", rsa_public_jwk, public_usages);
      assert_buffer(await crypto.subtle.exportKey("spki", key), rsa_spki);
    },
    `${name}: public jwk in, spki out`,
    { requirements: ["rsa-import-result", "rsa-export-spki"] },
  );

  promise_test(
    async () => {
      const key = await import_as("jwk", rsa_private_jwk, private_usages);
      assert_buffer(await crypto.subtle.exportKey("pkcs8", key), rsa_pkcs8);
    },
    `${name}: private jwk in, pkcs8 out`,
    { requirements: ["rsa-import-result", "rsa-export-pkcs8"] },
  );

  promise_test(
    async () => {
      const key = await import_as("spki", rsa_spki, []);
      assert_equals(key.type, "public");
      assert_array_equals(key.usages, []);
    },
    `${name}: a public key may be without usages`,
    { requirements: ["import-usages-required"] },
  );

  for (const [hash, alg] of Object.entries(algs)) {
    promise_test(
      async () => {
        const key = await import_as("jwk", { ...rsa_public_jwk, alg }, public_usages, hash);
        const algorithm = key_algorithm(hash);
        assert_key(key, { type: "public", extractable: true, algorithm, usages: public_usages });
      },
      `${name}, ${hash}: public jwk in, as ${alg}`,
      { requirements: ["rsa-import-result", "rsa-import-jwk-alg"] },
    );

    promise_test(
      async () => {
        const key = await import_as("spki", rsa_spki, public_usages, hash);
        const jwk = await crypto.subtle.exportKey("jwk", key);
        assert_jwk(jwk, { ...rsa_public_jwk, alg, ext: true, key_ops: public_usages });
      },
      `${name}, ${hash}: spki in, jwk out, as ${alg}`,
      { requirements: ["rsa-export-jwk", "rsa-export-jwk-alg"] },
    );

    promise_test(
      async () => {
        const key = await import_as("pkcs8", rsa_pkcs8, private_usages, hash);
        const jwk = await crypto.subtle.exportKey("jwk", key);
        assert_jwk(jwk, { ...rsa_private_jwk, alg, ext: true, key_ops: private_usages });
      },
      `${name}, ${hash}: pkcs8 in, jwk out, as ${alg}`,
      { requirements: ["rsa-export-jwk", "rsa-export-jwk-alg"] },
    );
  }

  rejection_table(
    [
      [
        "spki of a private key: InvalidAccessError",
        "spki",
        "private_key",
        "InvalidAccessError",
        "rsa-export-type",
      ],
      [
        "pkcs8 of a public key: InvalidAccessError",
        "pkcs8",
        "public_key",
        "InvalidAccessError",
        "rsa-export-type",
      ],
      ["raw: NotSupportedError", "raw", "public_key", "NotSupportedError", "rsa-export-format"],
      [
        "pkcs8 if not extractable: InvalidAccessError",
        "pkcs8",
        "hidden",
        "InvalidAccessError",
        "export-extractable",
      ],
      [
        "jwk if not extractable: InvalidAccessError",
        "jwk",
        "hidden",
        "InvalidAccessError",
        "export-extractable",
      ],
    ].map(([statement, format, key, error, requirement]) => [
      `${name}: export as ${statement}`,
      error,
      (keys) => crypto.subtle.exportKey(format, keys[key]),
      [requirement],
    ]),
    async () => ({
      public_key: await import_as("spki", rsa_spki, public_usages),
      private_key: await import_as("pkcs8", rsa_pkcs8, private_usages),
      hidden: await crypto.subtle.importKey(
        "pkcs8",
        rsa_pkcs8,
        { name, hash: "SHA-256" },
        false,
        private_usages,
      ),
    }),
  );
}

// META: title=RSA: what importKey refuses
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#JsonWebKey-dictionary
// META: script=../resources/helpers.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
"use strict";

const algorithms = {
  "RSASSA-PKCS1-v1_5": {
    public_usage: "verify",
    private_usage: "sign",
    foreign: "encrypt",
    use: "sig",
    wrong_use: "enc",
    wrong_algs: ["RS384", "PS256"],
  },
  "RSA-PSS": {
    public_usage: "verify",
    private_usage: "sign",
    foreign: "decrypt",
    use: "sig",
    wrong_use: "enc",
    wrong_algs: ["PS512", "RS256"],
  },
  "RSA-OAEP": {
    public_usage: "encrypt",
    private_usage: "decrypt",
    foreign: "sign",
    use: "enc",
    wrong_use: "sig",
    wrong_algs: ["RSA-OAEP", "RS256"],
  },
};

for (const [name, row] of Object.entries(algorithms)) {
  const { public_usage, private_usage, foreign, use, wrong_use, wrong_algs } = row;
  const import_as = (format, data, usages, extractable = true) =>
    crypto.subtle.importKey(format, data, { name, hash: "SHA-256" }, extractable, usages);
  const spki = (data, usages = [public_usage]) => import_as("spki", data, usages);
  const pkcs8 = (data, usages = [private_usage]) => import_as("pkcs8", data, usages);
  const public_jwk = (members, usages = [public_usage]) =>
    import_as("jwk", { ...rsa_public_jwk, ...members }, usages);
  const private_jwk = (members, usages = [private_usage]) =>
    import_as("jwk", { ...rsa_private_jwk, ...members }, usages);

  rejection_table(
    [
      [
        "spki: SyntaxError for the usage of the private key",
        "SyntaxError",
        () => spki(rsa_spki, [private_usage]),
        ["rsa-import-spki-usages"],
      ],
      [
        "spki: SyntaxError for a usage of other algorithms",
        "SyntaxError",
        () => spki(rsa_spki, [public_usage, foreign]),
        ["rsa-import-spki-usages"],
      ],
      [
        "spki: DataError for no bytes",
        "DataError",
        () => spki(new Uint8Array()),
        ["rsa-import-spki-data"],
      ],
      [
        "spki: DataError for a structure cut short",
        "DataError",
        () => spki(rsa_spki.subarray(0, 200)),
        ["rsa-import-spki-data"],
      ],
      ["spki: DataError for a pkcs8", "DataError", () => spki(rsa_pkcs8), ["rsa-import-spki-data"]],
      [
        "spki: DataError for a key of an elliptic curve",
        "DataError",
        () => spki(ec_keys["P-256"].spki),
        ["rsa-import-spki-algorithm"],
      ],
      [
        "pkcs8: SyntaxError for the usage of the public key",
        "SyntaxError",
        () => pkcs8(rsa_pkcs8, [public_usage]),
        ["rsa-import-pkcs8-usages"],
      ],
      [
        "pkcs8: SyntaxError without usages",
        "SyntaxError",
        () => pkcs8(rsa_pkcs8, []),
        ["import-usages-required"],
      ],
      [
        "pkcs8: DataError for no bytes",
        "DataError",
        () => pkcs8(new Uint8Array()),
        ["rsa-import-pkcs8-data"],
      ],
      [
        "pkcs8: DataError for a structure cut short",
        "DataError",
        () => pkcs8(rsa_pkcs8.subarray(0, 700)),
        ["rsa-import-pkcs8-data"],
      ],
      [
        "pkcs8: DataError for an spki",
        "DataError",
        () => pkcs8(rsa_spki),
        ["rsa-import-pkcs8-data"],
      ],
      [
        "pkcs8: DataError for a key of an elliptic curve",
        "DataError",
        () => pkcs8(ec_keys["P-256"].pkcs8),
        ["rsa-import-pkcs8-algorithm"],
      ],
      [
        "raw: NotSupportedError",
        "NotSupportedError",
        () => import_as("raw", rsa_spki, [public_usage]),
        ["rsa-import-format"],
      ],
      [
        "jwk: DataError without kty",
        "DataError",
        () => public_jwk({ kty: undefined }),
        ["rsa-import-jwk-kty"],
      ],
      [
        "jwk: DataError for another kty",
        "DataError",
        () => public_jwk({ kty: "oct" }),
        ["rsa-import-jwk-kty"],
      ],
      [
        "jwk: DataError without n",
        "DataError",
        () => public_jwk({ n: undefined }),
        ["rsa-import-jwk-members"],
      ],
      [
        "jwk: DataError without e",
        "DataError",
        () => public_jwk({ e: undefined }),
        ["rsa-import-jwk-members"],
      ],
      ...wrong_algs.map((alg) => [
        `jwk: DataError for the alg ${alg}`,
        "DataError",
        () => public_jwk({ alg }),
        ["rsa-import-jwk-alg"],
      ]),
      [
        `jwk: DataError for use ${wrong_use}`,
        "DataError",
        () => public_jwk({ use: wrong_use }),
        ["rsa-import-jwk-use"],
      ],
      [
        "jwk: DataError for key_ops without the usage",
        "DataError",
        () => public_jwk({ key_ops: [private_usage] }),
        ["rsa-import-jwk-key-ops"],
      ],
      [
        "jwk: DataError for ext false and an extractable key",
        "DataError",
        () => public_jwk({ ext: false }),
        ["rsa-import-jwk-ext"],
      ],
      [
        "jwk: SyntaxError for the usage of the private key, without d",
        "SyntaxError",
        () => public_jwk({}, [private_usage]),
        ["rsa-import-jwk-usages"],
      ],
      [
        "jwk: SyntaxError for the usage of the public key, with d",
        "SyntaxError",
        () => private_jwk({}, [public_usage]),
        ["rsa-import-jwk-usages"],
      ],
      [
        "jwk: SyntaxError without usages, with d",
        "SyntaxError",
        () => private_jwk({}, []),
        ["import-usages-required"],
      ],
      // JSON Web Algorithms, section 6.3.2: if any of them is there, all must be.
      [
        "jwk: DataError with d and without qi",
        "DataError",
        () => private_jwk({ qi: undefined }),
        ["rsa-import-jwk-private"],
      ],
      [
        "jwk: DataError with d and without p",
        "DataError",
        () => private_jwk({ p: undefined }),
        ["rsa-import-jwk-private"],
      ],
    ].map(([statement, ...row]) => [`${name}: ${statement}`, ...row]),
  );

  promise_test(
    async () => {
      const key = await public_jwk({ use, key_ops: [public_usage], ext: true, kid: "key" });
      assert_equals(key.type, "public");
    },
    `${name}: jwk with use ${use}, matching key_ops, ext and kid is accepted`,
    { requirements: ["rsa-import-jwk-use", "rsa-import-jwk-key-ops", "jwk-unknown-members"] },
  );

  promise_test(
    async () => {
      const jwk = { ...rsa_private_jwk, ext: false };
      assert_false((await import_as("jwk", jwk, [private_usage], false)).extractable);
    },
    `${name}: jwk with ext false is accepted for a key that is not extractable`,
    { requirements: ["rsa-import-jwk-ext"] },
  );
}

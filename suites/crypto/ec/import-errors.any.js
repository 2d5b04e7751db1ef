// META: title=ECDSA and ECDH: what importKey refuses
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#ecdh-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#JsonWebKey-dictionary
// META: script=../resources/helpers.js
// META: script=../resources/ec-keys.js
// META: script=../resources/okp-keys.js
"use strict";

const algorithms = {
  ECDSA: {
    public_usages: ["verify"],
    private_usages: ["sign"],
    foreign: "deriveKey",
    wrong_use: "enc",
    use: "sig",
  },
  ECDH: {
    public_usages: [],
    private_usages: ["deriveBits"],
    foreign: "verify",
    wrong_use: "sig",
    use: "enc",
  },
};
const { raw, spki, pkcs8, public_jwk, private_jwk } = ec_keys["P-256"];
const p384 = ec_keys["P-384"];
// The number beside the y of a point is no y of that x.
const off_curve = flipped(raw, -1);

for (const [name, row] of Object.entries(algorithms)) {
  const { public_usages, private_usages, foreign, use, wrong_use } = row;
  const import_as = (format, data, usages, namedCurve = "P-256", extractable = true) =>
    crypto.subtle.importKey(format, data, { name, namedCurve }, extractable, usages);
  const as_raw = (data, usages = public_usages) => import_as("raw", data, usages);
  const as_spki = (data, usages = public_usages) => import_as("spki", data, usages);
  const as_pkcs8 = (data, usages = private_usages) => import_as("pkcs8", data, usages);
  const as_public = (members, usages = public_usages) =>
    import_as("jwk", { ...public_jwk, ...members }, usages);
  const as_private = (members, usages = private_usages) =>
    import_as("jwk", { ...private_jwk, ...members }, usages);

  rejection_table(
    [
      [
        "raw: DataError for no bytes",
        "DataError",
        () => as_raw(new Uint8Array()),
        ["ec-import-raw-data"],
      ],
      [
        "raw: DataError for a point cut short",
        "DataError",
        () => as_raw(raw.subarray(0, 64)),
        ["ec-import-raw-data"],
      ],
      [
        "raw: DataError for a point with a byte more",
        "DataError",
        () => as_raw(concat(raw, [0])),
        ["ec-import-raw-data"],
      ],
      [
        "raw: DataError for a point of another curve",
        "DataError",
        () => as_raw(p384.raw),
        ["ec-import-raw-data"],
      ],
      [
        "raw: DataError for a point off the curve",
        "DataError",
        () => as_raw(off_curve),
        ["ec-import-raw-data"],
      ],
      [
        "raw: DataError for the point at infinity",
        "DataError",
        () => as_raw(new Uint8Array(1)),
        ["ec-import-raw-infinity"],
      ],
      [
        "raw: SyntaxError for the usage of the private key",
        "SyntaxError",
        () => as_raw(raw, private_usages),
        ["ec-import-raw-usages"],
      ],
      [
        "raw: SyntaxError for a usage of other algorithms",
        "SyntaxError",
        () => as_raw(raw, [foreign]),
        ["ec-import-raw-usages"],
      ],
      [
        "raw: DataError for an unknown curve",
        "DataError",
        () => import_as("raw", raw, public_usages, "P-257"),
        ["ec-import-raw-curve"],
      ],
      [
        "spki: SyntaxError for the usage of the private key",
        "SyntaxError",
        () => as_spki(spki, private_usages),
        ["ec-import-spki-usages"],
      ],
      [
        "spki: DataError for no bytes",
        "DataError",
        () => as_spki(new Uint8Array()),
        ["ec-import-spki-data"],
      ],
      [
        "spki: DataError for a structure cut short",
        "DataError",
        () => as_spki(spki.subarray(0, 80)),
        ["ec-import-spki-data"],
      ],
      [
        "spki: DataError for another curve",
        "DataError",
        () => as_spki(p384.spki),
        ["ec-import-spki-curve"],
      ],
      [
        "spki: DataError for a point off the curve",
        "DataError",
        () => as_spki(flipped(spki, -1)),
        ["ec-import-spki-point"],
      ],
      [
        "spki: DataError for a key of Ed25519",
        "DataError",
        () => as_spki(okp_keys.Ed25519.spki),
        ["ec-import-spki-algorithm"],
      ],
      // Parse a subjectPublicKeyInfo, parse a privateKeyInfo: with exactData set, so that "parse an
      // ASN.1 structure" throws DataError where "data has not been fully consumed".
      [
        "spki: DataError for a byte behind the structure",
        "DataError",
        () => as_spki(concat(spki, [0])),
        ["ec-import-spki-data"],
      ],
      [
        "pkcs8: DataError for a byte behind the structure",
        "DataError",
        () => as_pkcs8(concat(pkcs8, [0])),
        ["ec-import-pkcs8-data"],
      ],
      ["spki: DataError for a pkcs8", "DataError", () => as_spki(pkcs8), ["ec-import-spki-data"]],
      [
        "pkcs8: SyntaxError for the usage verify",
        "SyntaxError",
        () => as_pkcs8(pkcs8, ["verify"]),
        ["ec-import-pkcs8-usages"],
      ],
      [
        "pkcs8: SyntaxError without usages",
        "SyntaxError",
        () => as_pkcs8(pkcs8, []),
        ["import-usages-required"],
      ],
      [
        "pkcs8: DataError for no bytes",
        "DataError",
        () => as_pkcs8(new Uint8Array()),
        ["ec-import-pkcs8-data"],
      ],
      [
        "pkcs8: DataError for a structure cut short",
        "DataError",
        () => as_pkcs8(pkcs8.subarray(0, 100)),
        ["ec-import-pkcs8-data"],
      ],
      [
        "pkcs8: DataError for another curve",
        "DataError",
        () => as_pkcs8(p384.pkcs8),
        ["ec-import-pkcs8-curve"],
      ],
      ["pkcs8: DataError for an spki", "DataError", () => as_pkcs8(spki), ["ec-import-pkcs8-data"]],
      [
        "jwk: DataError without kty",
        "DataError",
        () => as_public({ kty: undefined }),
        ["ec-import-jwk-kty"],
      ],
      [
        "jwk: DataError for another kty",
        "DataError",
        () => as_public({ kty: "RSA" }),
        ["ec-import-jwk-kty"],
      ],
      [
        "jwk: DataError without crv",
        "DataError",
        () => as_public({ crv: undefined }),
        ["ec-import-jwk-crv"],
      ],
      [
        "jwk: DataError for another crv",
        "DataError",
        () => as_public({ crv: "P-384" }),
        ["ec-import-jwk-crv"],
      ],
      [
        "jwk: DataError for a key of another curve",
        "DataError",
        () => as_public(p384.public_jwk),
        ["ec-import-jwk-crv"],
      ],
      [
        "jwk: DataError without x",
        "DataError",
        () => as_public({ x: undefined }),
        ["ec-import-jwk-members"],
      ],
      [
        "jwk: DataError without y",
        "DataError",
        () => as_public({ y: undefined }),
        ["ec-import-jwk-members"],
      ],
      [
        "jwk: DataError for an x cut short",
        "DataError",
        () => as_public({ x: base64url(raw.subarray(1, 32)) }),
        ["ec-import-jwk-members"],
      ],
      // JSON Web Algorithms, section 6.2.1.2: "The length of this octet string MUST be the full
      // size of a coordinate for the curve"; import throws DataError for a jwk that "does not meet
      // the requirements of Section 6.2.1" or 6.2.2.
      [
        "jwk: DataError for an x with a zero before it",
        "DataError",
        () => as_public({ x: base64url(concat([0], raw.subarray(1, 33))) }),
        ["ec-import-jwk-members"],
      ],
      [
        "jwk: DataError for a point off the curve",
        "DataError",
        () => as_public({ y: base64url(off_curve.subarray(33)) }),
        ["ec-import-jwk-point"],
      ],
      [
        "jwk: DataError for a d cut short",
        "DataError",
        () => as_private({ d: base64url(repeated(1, 31)) }),
        ["ec-import-jwk-d"],
      ],
      [
        `jwk: DataError for use ${wrong_use}`,
        "DataError",
        () => as_private({ use: wrong_use }),
        ["ec-import-jwk-use"],
      ],
      [
        "jwk: DataError for key_ops without the usage",
        "DataError",
        () => as_private({ key_ops: ["verify"] }),
        ["ec-import-jwk-key-ops"],
      ],
      [
        "jwk: DataError for key_ops with an entry twice",
        "DataError",
        () => as_private({ key_ops: [...private_usages, ...private_usages] }),
        ["jwk-key-ops-valid"],
      ],
      [
        "jwk: DataError for ext false and an extractable key",
        "DataError",
        () => as_public({ ext: false }),
        ["ec-import-jwk-ext"],
      ],
      [
        "jwk: SyntaxError for the usage of the private key, without d",
        "SyntaxError",
        () => as_public({}, private_usages),
        ["ec-import-jwk-usages"],
      ],
      [
        "jwk: SyntaxError for the usage verify, with d",
        "SyntaxError",
        () => as_private({}, ["verify"]),
        ["ec-import-jwk-usages"],
      ],
      [
        "jwk: SyntaxError without usages, with d",
        "SyntaxError",
        () => as_private({}, []),
        ["import-usages-required"],
      ],
    ].map(([statement, ...row]) => [`${name}: ${statement}`, ...row]),
  );

  promise_test(
    async () => {
      const key = await as_private({ use, key_ops: private_usages, ext: true, kid: "key" });
      assert_equals(key.type, "private");
    },
    `${name}: jwk with use ${use}, matching key_ops, ext and kid is accepted`,
    { requirements: ["ec-import-jwk-use", "ec-import-jwk-key-ops", "jwk-unknown-members"] },
  );

  promise_test(
    async () => {
      const jwk = { ...private_jwk, ext: false };
      assert_false((await import_as("jwk", jwk, private_usages, "P-256", false)).extractable);
    },
    `${name}: jwk with ext false is accepted for a key that is not extractable`,
    { requirements: ["ec-import-jwk-ext"] },
  );
}

// ECDSA, Import Key, "jwk": the alg that belongs to the curve is compared, not that of a hash.
promise_test(
  async () => {
    const jwk = { ...public_jwk, alg: "ES256" };
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    assert_equals((await crypto.subtle.importKey("jwk", jwk, algorithm, true, [])).type, "public");
  },
  "ECDSA: jwk with the alg ES256 is accepted for P-256",
  { requirements: ["ec-import-jwk-alg"] },
);

promise_test(
  async (t) => {
    const jwk = { ...public_jwk, alg: "ES384" };
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    const promise = crypto.subtle.importKey("jwk", jwk, algorithm, true, []);
    await promise_rejects_dom(t, "DataError", promise);
  },
  "ECDSA: jwk: DataError for the alg ES384 with P-256",
  { requirements: ["ec-import-jwk-alg"] },
);

// ECDH, Import Key, "jwk": no step looks at alg.
promise_test(
  async () => {
    const jwk = { ...public_jwk, alg: "ECDH-ES" };
    const algorithm = { name: "ECDH", namedCurve: "P-256" };
    assert_equals((await crypto.subtle.importKey("jwk", jwk, algorithm, true, [])).type, "public");
  },
  "ECDH: jwk with the alg ECDH-ES is accepted",
  { requirements: ["ec-import-jwk-alg"] },
);

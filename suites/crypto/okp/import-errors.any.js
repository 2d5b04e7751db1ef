// META: title=Ed25519 and X25519: what importKey refuses
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#x25519-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#JsonWebKey-dictionary
// META: script=../resources/helpers.js
// META: script=../resources/okp-keys.js
// META: script=../resources/ec-keys.js
"use strict";

const algorithms = {
  Ed25519: {
    public_usages: ["verify"],
    private_usages: ["sign"],
    other: "X25519",
    foreign: "deriveBits",
    use: "sig",
    wrong_use: "enc",
  },
  X25519: {
    public_usages: [],
    private_usages: ["deriveBits"],
    other: "Ed25519",
    foreign: "sign",
    use: "enc",
    wrong_use: "sig",
  },
};

for (const [name, row] of Object.entries(algorithms)) {
  const { public_usages, private_usages, foreign, use, wrong_use } = row;
  const { raw, spki, pkcs8, public_jwk, private_jwk } = okp_keys[name];
  const other = okp_keys[row.other];
  const import_as = (format, data, usages, extractable = true) =>
    crypto.subtle.importKey(format, data, name, extractable, usages);
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
        ["okp-import-raw-length"],
      ],
      [
        "raw: DataError for 31 bytes",
        "DataError",
        () => as_raw(raw.subarray(0, 31)),
        ["okp-import-raw-length"],
      ],
      [
        "raw: DataError for 33 bytes",
        "DataError",
        () => as_raw(concat(raw, [0])),
        ["okp-import-raw-length"],
      ],
      [
        "raw: SyntaxError for the usage of the private key",
        "SyntaxError",
        () => as_raw(raw, private_usages),
        ["okp-import-raw-usages"],
      ],
      [
        "raw: SyntaxError for a usage of other algorithms",
        "SyntaxError",
        () => as_raw(raw, [foreign]),
        ["okp-import-raw-usages"],
      ],
      [
        "spki: SyntaxError for the usage of the private key",
        "SyntaxError",
        () => as_spki(spki, private_usages),
        ["okp-import-spki-usages"],
      ],
      [
        "spki: DataError for no bytes",
        "DataError",
        () => as_spki(new Uint8Array()),
        ["okp-import-spki-data"],
      ],
      [
        "spki: DataError for a structure cut short",
        "DataError",
        () => as_spki(spki.subarray(0, 43)),
        ["okp-import-spki-data"],
      ],
      [
        "spki: DataError for the other algorithm of the curve",
        "DataError",
        () => as_spki(other.spki),
        ["okp-import-spki-algorithm"],
      ],
      [
        "spki: DataError for a key of P-256",
        "DataError",
        () => as_spki(ec_keys["P-256"].spki),
        ["okp-import-spki-algorithm"],
      ],
      ["spki: DataError for a pkcs8", "DataError", () => as_spki(pkcs8), ["okp-import-spki-data"]],
      [
        "pkcs8: SyntaxError for the usage verify",
        "SyntaxError",
        () => as_pkcs8(pkcs8, ["verify"]),
        ["okp-import-pkcs8-usages"],
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
        ["okp-import-pkcs8-data"],
      ],
      [
        "pkcs8: DataError for a structure cut short",
        "DataError",
        () => as_pkcs8(pkcs8.subarray(0, 47)),
        ["okp-import-pkcs8-data"],
      ],
      [
        "pkcs8: DataError for the other algorithm of the curve",
        "DataError",
        () => as_pkcs8(other.pkcs8),
        ["okp-import-pkcs8-algorithm"],
      ],
      [
        "pkcs8: DataError for an spki",
        "DataError",
        () => as_pkcs8(spki),
        ["okp-import-pkcs8-data"],
      ],
      [
        "jwk: DataError without kty",
        "DataError",
        () => as_public({ kty: undefined }),
        ["okp-import-jwk-kty"],
      ],
      [
        "jwk: DataError for another kty",
        "DataError",
        () => as_public({ kty: "EC" }),
        ["okp-import-jwk-kty"],
      ],
      [
        "jwk: DataError without crv",
        "DataError",
        () => as_public({ crv: undefined }),
        ["okp-import-jwk-crv"],
      ],
      [
        "jwk: DataError for the other algorithm of the curve",
        "DataError",
        () => as_public({ crv: row.other }),
        ["okp-import-jwk-crv"],
      ],
      [
        "jwk: DataError without x",
        "DataError",
        () => as_public({ x: undefined }),
        ["okp-import-jwk-members"],
      ],
      [
        "jwk: DataError without x, with d",
        "DataError",
        () => as_private({ x: undefined }),
        ["okp-import-jwk-members"],
      ],
      [
        "jwk: DataError for an x of 31 bytes",
        "DataError",
        () => as_public({ x: base64url(raw.subarray(0, 31)) }),
        ["okp-import-jwk-members"],
      ],
      [
        "jwk: DataError for a d of 33 bytes",
        "DataError",
        () => as_private({ d: base64url(new Uint8Array(33)) }),
        ["okp-import-jwk-members"],
      ],
      [
        `jwk: DataError for use ${wrong_use}`,
        "DataError",
        () => as_private({ use: wrong_use }),
        ["okp-import-jwk-use"],
      ],
      [
        "jwk: DataError for key_ops without the usage",
        "DataError",
        () => as_private({ key_ops: ["verify"] }),
        ["okp-import-jwk-key-ops"],
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
        ["okp-import-jwk-ext"],
      ],
      [
        "jwk: SyntaxError for the usage of the private key, without d",
        "SyntaxError",
        () => as_public({}, private_usages),
        ["okp-import-jwk-usages"],
      ],
      [
        "jwk: SyntaxError for the usage verify, with d",
        "SyntaxError",
        () => as_private({}, ["verify"]),
        ["okp-import-jwk-usages"],
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
    { requirements: ["okp-import-jwk-use", "okp-import-jwk-key-ops", "jwk-unknown-members"] },
  );
}

for (const alg of ["ES256", "ed25519", ""]) {
  promise_test(
    async (t) => {
      const jwk = { ...okp_keys.Ed25519.public_jwk, alg };
      const promise = crypto.subtle.importKey("jwk", jwk, "Ed25519", true, ["verify"]);
      await promise_rejects_dom(t, "DataError", promise);
    },
    `Ed25519: jwk: DataError for the alg "${alg}"`,
    { requirements: ["okp-import-jwk-alg"] },
  );
}

// META: title=HMAC: importKey and exportKey
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-export-key
// META: spec=https://w3c.github.io/webcrypto/#JsonWebKey-dictionary
// META: script=../resources/helpers.js
"use strict";

const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0xe0 + i);
const k = "4OHi4-Tl5ufo6err7O3u7_Dx8vP09fb3-Pn6-_z9_v8";
const jwk_algs = { "SHA-1": "HS1", "SHA-256": "HS256", "SHA-384": "HS384", "SHA-512": "HS512" };

function import_raw(
  data = bytes,
  parameters = {},
  usages = ["sign", "verify"],
  extractable = true,
) {
  const algorithm = { name: "HMAC", hash: "SHA-256", ...parameters };
  return crypto.subtle.importKey("raw", data, algorithm, extractable, usages);
}

function import_jwk(
  members = {},
  parameters = {},
  usages = ["sign", "verify"],
  extractable = true,
) {
  const jwk = { kty: "oct", k, ...members };
  const algorithm = { name: "HMAC", hash: "SHA-256", ...parameters };
  return crypto.subtle.importKey("jwk", jwk, algorithm, extractable, usages);
}

for (const hash of Object.keys(jwk_algs)) {
  const expected = {
    type: "secret",
    extractable: true,
    algorithm: { name: "HMAC", hash, length: 256 },
    usages: ["sign", "verify"],
  };
  promise_test(
    async () => {
      const key = await import_raw(bytes, { hash });
      assert_key(key, expected);
      assert_buffer(await crypto.subtle.exportKey("raw", key), bytes);
    },
    `raw in, raw out: ${hash}`,
    { requirements: ["hmac-import-result", "hmac-export-raw"] },
  );

  promise_test(
    async () => {
      const key = await import_jwk({ alg: jwk_algs[hash] }, { hash });
      assert_key(key, expected);
      assert_buffer(await crypto.subtle.exportKey("raw", key), bytes);
    },
    `jwk in, raw out: ${hash} as ${jwk_algs[hash]}`,
    { requirements: ["hmac-import-result"] },
  );

  promise_test(
    async () => {
      const jwk = await crypto.subtle.exportKey("jwk", await import_raw(bytes, { hash }));
      assert_equals(jwk.kty, "oct");
      assert_equals(jwk.k, k);
      assert_equals(jwk.alg, jwk_algs[hash]);
      assert_true(jwk.ext);
      assert_array_equals([...jwk.key_ops].sort(), ["sign", "verify"]);
      assert_equals(Object.keys(jwk).length, 5);
    },
    `raw in, jwk out: ${hash} as ${jwk_algs[hash]}`,
    { requirements: ["hmac-export-jwk"] },
  );
}

promise_test(
  async () => {
    const jwk = await crypto.subtle.exportKey("jwk", await import_raw(bytes, {}, ["verify"]));
    assert_array_equals(jwk.key_ops, ["verify"]);
  },
  "key_ops of an exported jwk are the usages",
  { requirements: ["hmac-export-jwk"] },
);

promise_test(
  async () => {
    const key = await import_raw(repeated(1, 300));
    assert_equals(key.algorithm.length, 2400);
    assert_buffer(await crypto.subtle.exportKey("raw", key), repeated(1, 300));
  },
  "a key longer than a block is kept whole",
  { requirements: ["hmac-export-raw"] },
);

promise_test(
  async () => {
    const key = await import_raw(bytes, { length: 256 });
    assert_equals(key.algorithm.length, 256);
  },
  "a length equal to that of the data is accepted",
  { requirements: ["hmac-import-length"] },
);

// Step "key representing an HMAC key with the first length bits of data": some bits of the last
// byte may be left out.
promise_test(
  async () => {
    const key = await import_raw(bytes, { length: 250 });
    assert_equals(key.algorithm.length, 250);
  },
  "a length up to seven bits shorter than the data is accepted",
  { requirements: ["hmac-import-length"] },
);

for (const [statement, members, requirement] of [
  ["without alg", { alg: undefined }, "hmac-import-jwk-alg"],
  ["with use", { use: "sig" }, "hmac-import-jwk-use"],
  ["with key_ops in another order", { key_ops: ["verify", "sign"] }, "hmac-import-jwk-key-ops"],
  [
    "with key_ops with more than the usages",
    { key_ops: ["sign", "verify", "encrypt"] },
    "jwk-key-ops-superset",
  ],
  ["with ext true", { ext: true }, "hmac-import-jwk-ext"],
  ["with a member that means nothing", { kid: "key", x5t: 1 }, "jwk-unknown-members"],
]) {
  promise_test(
    async () => {
      const key = await import_jwk(members);
      assert_buffer(await crypto.subtle.exportKey("raw", key), bytes);
    },
    `jwk ${statement} is accepted`,
    { requirements: [requirement] },
  );
}

promise_test(
  async () => {
    assert_false((await import_jwk({ ext: false }, {}, ["sign"], false)).extractable);
  },
  "jwk with ext false is accepted for a key that is not extractable",
  { requirements: ["hmac-import-jwk-ext", "import-extractable"] },
);

rejection_table([
  [
    "raw: DataError for no bytes",
    "DataError",
    () => import_raw(new Uint8Array()),
    ["hmac-import-empty"],
  ],
  [
    "raw: DataError for a length over that of the data",
    "DataError",
    () => import_raw(bytes, { length: 257 }),
    ["hmac-import-length-error"],
  ],
  [
    "raw: DataError for a length eight bits shorter than the data",
    "DataError",
    () => import_raw(bytes, { length: 248 }),
    ["hmac-import-length-error"],
  ],
  [
    "raw: SyntaxError without usages",
    "SyntaxError",
    () => import_raw(bytes, {}, []),
    ["import-usages-required"],
  ],
  [
    "raw: SyntaxError for the usage encrypt",
    "SyntaxError",
    () => import_raw(bytes, {}, ["sign", "encrypt"]),
    ["hmac-import-usages"],
  ],
  [
    "jwk: DataError without kty",
    "DataError",
    () => import_jwk({ kty: undefined }),
    ["hmac-import-jwk-kty"],
  ],
  [
    "jwk: DataError for another kty",
    "DataError",
    () => import_jwk({ kty: "RSA" }),
    ["hmac-import-jwk-kty"],
  ],
  [
    "jwk: DataError for kty in upper case",
    "DataError",
    () => import_jwk({ kty: "OCT" }),
    ["hmac-import-jwk-kty"],
  ],
  [
    "jwk: DataError without k",
    "DataError",
    () => import_jwk({ k: undefined }),
    ["hmac-import-jwk-k"],
  ],
  [
    "jwk: DataError for an empty k",
    "DataError",
    () => import_jwk({ k: "" }),
    ["hmac-import-jwk-k"],
  ],
  [
    "jwk: DataError for an alg of another hash",
    "DataError",
    () => import_jwk({ alg: "HS384" }),
    ["hmac-import-jwk-alg"],
  ],
  [
    "jwk: DataError for an alg of another algorithm",
    "DataError",
    () => import_jwk({ alg: "A256GCM" }),
    ["hmac-import-jwk-alg"],
  ],
  [
    "jwk: DataError for use enc",
    "DataError",
    () => import_jwk({ use: "enc" }),
    ["hmac-import-jwk-use"],
  ],
  [
    "jwk: DataError for key_ops without one of the usages",
    "DataError",
    () => import_jwk({ key_ops: ["sign"] }),
    ["hmac-import-jwk-key-ops"],
  ],
  // JSON Web Key, section 4.3: "Duplicate key operation values MUST NOT be present in the array",
  // and import rejects key_ops that are "invalid according to the requirements of JSON Web Key".
  [
    "jwk: DataError for key_ops with an entry twice",
    "DataError",
    () => import_jwk({ key_ops: ["sign", "verify", "sign"] }),
    ["jwk-key-ops-valid"],
  ],
  [
    "jwk: DataError for ext false and an extractable key",
    "DataError",
    () => import_jwk({ ext: false }),
    ["hmac-import-jwk-ext"],
  ],
  [
    "jwk: TypeError for key_ops that are no sequence",
    TypeError,
    () => import_jwk({ key_ops: "sign" }),
    ["jwk-conversion"],
  ],
  [
    "spki: NotSupportedError",
    "NotSupportedError",
    () => crypto.subtle.importKey("spki", bytes, { name: "HMAC", hash: "SHA-256" }, true, ["sign"]),
    ["hmac-import-format"],
  ],
  [
    "pkcs8: NotSupportedError",
    "NotSupportedError",
    () =>
      crypto.subtle.importKey("pkcs8", bytes, { name: "HMAC", hash: "SHA-256" }, true, ["sign"]),
    ["hmac-import-format"],
  ],
]);
rejection_table(
  [
    [
      "export as spki: NotSupportedError",
      "NotSupportedError",
      (key) => crypto.subtle.exportKey("spki", key),
      ["hmac-export-format"],
    ],
    [
      "export as pkcs8: NotSupportedError",
      "NotSupportedError",
      (key) => crypto.subtle.exportKey("pkcs8", key),
      ["hmac-export-format"],
    ],
  ],
  import_raw,
);
rejection_table(
  ["raw", "jwk"].map((format) => [
    `export as ${format}: InvalidAccessError for a key that is not extractable`,
    "InvalidAccessError",
    (key) => crypto.subtle.exportKey(format, key),
    ["export-extractable"],
  ]),
  () => import_raw(bytes, {}, ["sign"], false),
);

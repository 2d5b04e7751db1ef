// META: title=AES: importKey and exportKey
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-export-key
// META: spec=https://w3c.github.io/webcrypto/#aes-ctr-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#aes-gcm-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#aes-kw-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#jwk-mapping-alg
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
"use strict";

const algorithms = {
  "AES-CBC": ["CBC", ["encrypt", "decrypt"]],
  "AES-CTR": ["CTR", ["encrypt", "decrypt"]],
  "AES-GCM": ["GCM", ["encrypt", "decrypt"]],
  "AES-KW": ["KW", ["wrapKey", "unwrapKey"]],
};

function import_jwk(name, members, usages = algorithms[name][1], extractable = true) {
  const jwk = { kty: "oct", k: base64url(aes_keys[128]), ...members };
  return crypto.subtle.importKey("jwk", jwk, name, extractable, usages);
}

for (const [name, [suffix, usages]] of Object.entries(algorithms)) {
  for (const length of [128, 192, 256]) {
    const expected = { type: "secret", extractable: true, algorithm: { name, length }, usages };
    const alg = `A${length}${suffix}`;

    promise_test(
      async () => {
        const key = await import_aes(name, length, usages);
        assert_key(key, expected);
        assert_buffer(await crypto.subtle.exportKey("raw", key), aes_keys[length]);
      },
      `${name}, ${length} bits: raw in, raw out`,
      { requirements: ["aes-import-result", "aes-export-raw", "export-result"] },
    );

    promise_test(
      async () => {
        const key = await import_jwk(name, { k: base64url(aes_keys[length]), alg });
        assert_key(key, expected);
        assert_buffer(await crypto.subtle.exportKey("raw", key), aes_keys[length]);
      },
      `${name}, ${length} bits: jwk in, as ${alg}`,
      { requirements: ["aes-import-result"] },
    );

    promise_test(
      async () => {
        const jwk = await crypto.subtle.exportKey("jwk", await import_aes(name, length, usages));
        assert_equals(jwk.kty, "oct");
        assert_equals(jwk.k, base64url(aes_keys[length]));
        assert_equals(jwk.alg, alg);
        assert_true(jwk.ext);
        assert_array_equals([...jwk.key_ops].sort(), [...usages].sort());
        assert_equals(Object.keys(jwk).length, 5);
      },
      `${name}, ${length} bits: jwk out, as ${alg}`,
      { requirements: ["aes-export-jwk"] },
    );
  }

  rejection_table([
    ...[0, 15, 17, 20, 33].map((length) => [
      `${name}: DataError for ${length} bytes`,
      "DataError",
      () => crypto.subtle.importKey("raw", new Uint8Array(length), name, true, usages),
      ["aes-import-raw-length"],
    ]),
    [
      `${name}: DataError for a k of 15 bytes`,
      "DataError",
      () => import_jwk(name, { k: base64url(new Uint8Array(15)) }),
      ["aes-import-jwk-k"],
    ],
    [
      `${name}: DataError for an alg of another length`,
      "DataError",
      () => import_jwk(name, { alg: `A256${suffix}` }),
      ["aes-import-jwk-alg"],
    ],
    [
      `${name}: DataError for an alg of another mode`,
      "DataError",
      () => import_jwk(name, { alg: suffix === "GCM" ? "A128CBC" : "A128GCM" }),
      ["aes-import-jwk-alg"],
    ],
    [
      `${name}: DataError for a jwk with use sig`,
      "DataError",
      () => import_jwk(name, { use: "sig" }),
      ["aes-import-jwk-use"],
    ],
    ...["sign", "deriveBits"].map((usage) => [
      `${name}: SyntaxError for the usage ${usage}`,
      "SyntaxError",
      () => import_aes(name, 128, [usage]),
      ["aes-import-usages"],
    ]),
  ]);
}

// The rest of the jwk's members, which are treated alike for all four.
const gcm = (members, usages, extractable) => import_jwk("AES-GCM", members, usages, extractable);
for (const [statement, members] of [
  ["without alg", {}],
  ["with use enc", { use: "enc" }],
  ["with key_ops in another order", { key_ops: ["decrypt", "encrypt"] }],
  ["with ext true", { ext: true }],
]) {
  promise_test(
    async () => {
      const key = await gcm(members);
      assert_buffer(await crypto.subtle.exportKey("raw", key), aes_keys[128]);
    },
    `jwk ${statement} is accepted`,
    { requirements: ["aes-import-result"] },
  );
}

promise_test(
  async () => {
    assert_false((await gcm({ ext: false }, ["encrypt"], false)).extractable);
  },
  "jwk with ext false is accepted for a key that is not extractable",
  { requirements: ["aes-import-jwk-ext", "import-extractable"] },
);

promise_test(
  async () => {
    assert_false((await gcm({ ext: true }, ["encrypt"], false)).extractable);
  },
  "jwk with ext true makes no extractable key if none is asked for",
  { requirements: ["import-extractable"] },
);

rejection_table([
  [
    "jwk: DataError without kty",
    "DataError",
    () => gcm({ kty: undefined }),
    ["aes-import-jwk-kty"],
  ],
  ["jwk: DataError for another kty", "DataError", () => gcm({ kty: "EC" }), ["aes-import-jwk-kty"]],
  ["jwk: DataError without k", "DataError", () => gcm({ k: undefined }), ["aes-import-jwk-k"]],
  ["jwk: DataError for use sig", "DataError", () => gcm({ use: "sig" }), ["aes-import-jwk-use"]],
  [
    "jwk: DataError for key_ops without one of the usages",
    "DataError",
    () => gcm({ key_ops: ["encrypt"] }),
    ["aes-import-jwk-key-ops"],
  ],
  [
    "jwk: DataError for key_ops with an entry twice",
    "DataError",
    () => gcm({ key_ops: ["encrypt", "decrypt", "encrypt"] }),
    ["jwk-key-ops-valid"],
  ],
  [
    "jwk: DataError for ext false and an extractable key",
    "DataError",
    () => gcm({ ext: false }),
    ["aes-import-jwk-ext"],
  ],
  ["jwk: SyntaxError without usages", "SyntaxError", () => gcm({}, []), ["import-usages-required"]],
  [
    "spki: NotSupportedError",
    "NotSupportedError",
    () => crypto.subtle.importKey("spki", aes_keys[128], "AES-GCM", true, ["encrypt"]),
    ["aes-import-format"],
  ],
  [
    "pkcs8: NotSupportedError",
    "NotSupportedError",
    () => crypto.subtle.importKey("pkcs8", aes_keys[128], "AES-GCM", true, ["encrypt"]),
    ["aes-import-format"],
  ],
]);
rejection_table(
  ["spki", "pkcs8"].map((format) => [
    `export as ${format}: NotSupportedError`,
    "NotSupportedError",
    (key) => crypto.subtle.exportKey(format, key),
    ["aes-export-format"],
  ]),
  () => import_aes("AES-GCM", 128),
);

promise_test(
  async () => {
    const bytes = new Uint8Array(aes_keys[128]);
    const promise = crypto.subtle.importKey("raw", bytes, "AES-GCM", true, ["encrypt"]);
    bytes.fill(0);
    assert_buffer(await crypto.subtle.exportKey("raw", await promise), aes_keys[128]);
  },
  "a change of the bytes after the call of importKey has no effect",
  { requirements: ["import-data-copied"] },
);

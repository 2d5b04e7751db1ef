// META: title=SubtleCrypto.deriveKey()
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-deriveKey
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-get-key-length
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-get-key-length
// META: script=../resources/helpers.js
// META: script=../resources/okp-keys.js
// META: script=../resources/ec-keys.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const salt = ascii("salt");
const hkdf = { name: "HKDF", hash: "SHA-256", salt, info: ascii("info") };
const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt, iterations: 2 };
const both = ["deriveKey", "deriveBits"];
const import_secret = (name, usages = both) =>
  subtle.importKey("raw", ascii("secret"), name, false, usages);

// Each gives the algorithm and the key to derive from.
const sources = {
  HKDF: async () => [hkdf, await import_secret("HKDF")],
  PBKDF2: async () => [pbkdf2, await import_secret("PBKDF2")],
  ECDH: async () => [
    { name: "ECDH", public: await import_ec_public("ECDH", "P-521", []) },
    await import_ec_private("ECDH", "P-521", both),
  ],
  X25519: async () => [
    { name: "X25519", public: await subtle.importKey("raw", x25519_peer.raw, "X25519", true, []) },
    await import_okp_private("X25519", both),
  ],
};

// [what is derived, its algorithm, usages, bits, what algorithm of the key is expected]
const targets = [
  ...["AES-CBC", "AES-CTR", "AES-GCM"].map((name) => [
    `${name} of 256 bits`,
    { name, length: 256 },
    ["encrypt", "decrypt"],
    256,
    { name, length: 256 },
  ]),
  [
    "AES-KW of 128 bits",
    { name: "AES-KW", length: 128 },
    ["wrapKey"],
    128,
    { name: "AES-KW", length: 128 },
  ],
  [
    "HMAC of 160 bits",
    { name: "HMAC", hash: "SHA-1", length: 160 },
    ["sign", "verify"],
    160,
    { name: "HMAC", hash: "SHA-1", length: 160 },
  ],
];
for (const [source, make] of Object.entries(sources)) {
  for (const [target, derived_type, usages, bits, algorithm] of targets) {
    promise_test(
      async () => {
        const [derivation, base] = await make();
        const key = await subtle.deriveKey(derivation, base, derived_type, true, usages);
        assert_key(key, { type: "secret", extractable: true, algorithm, usages });
        const expected = await subtle.deriveBits(derivation, base, bits);
        assert_buffer(await subtle.exportKey("raw", key), expected);
      },
      `${source} to ${target}: the bits that deriveBits gives`,
      {
        requirements: [
          "derive-key-bits",
          "derive-key-usages",
          target.startsWith("HMAC") ? "hmac-key-length" : "aes-key-length",
        ],
      },
    );
  }
}

// Get key length of HMAC: without a length, the block of the hash.
for (const [hash, length] of [
  ["SHA-1", 512],
  ["SHA-256", 512],
  ["SHA-384", 1024],
  ["SHA-512", 1024],
]) {
  promise_test(
    async () => {
      const [derivation, base] = await sources.HKDF();
      const key = await subtle.deriveKey(derivation, base, { name: "HMAC", hash }, true, ["sign"]);
      assert_equals(key.algorithm.length, length);
      const expected = await subtle.deriveBits(derivation, base, length);
      assert_buffer(await subtle.exportKey("raw", key), expected);
    },
    `HKDF to HMAC with ${hash}: ${length} bits unless told otherwise`,
    { requirements: ["hmac-key-length"] },
  );
}

// Get key length of HKDF and PBKDF2 is null, with which ECDH and X25519 give the whole secret.
for (const name of ["HKDF", "PBKDF2"]) {
  promise_test(
    async () => {
      const [derivation, base] = await sources.X25519();
      const key = await subtle.deriveKey(derivation, base, name, false, ["deriveBits"]);
      assert_key(key, {
        type: "secret",
        extractable: false,
        algorithm: { name },
        usages: ["deriveBits"],
      });
      const same = await subtle.importKey("raw", x25519_peer.secret, name, false, ["deriveBits"]);
      const parameters = name === "HKDF" ? hkdf : pbkdf2;
      const expected = await subtle.deriveBits(parameters, same, 256);
      assert_buffer(await subtle.deriveBits(parameters, key, 256), expected);
    },
    `X25519 to ${name}: a key of the whole secret`,
    { requirements: ["hkdf-key-length", "pbkdf2-key-length"] },
  );
}

promise_test(
  async () => {
    const [derivation, base] = await sources.HKDF();
    const aes = { name: "AES-GCM", length: 128 };
    const key = await subtle.deriveKey(derivation, base, aes, false, ["encrypt"]);
    assert_false(key.extractable);
    assert_array_equals(key.usages, ["encrypt"]);
  },
  "the derived key is extractable and usable only as asked",
  { requirements: ["derive-key-usages"] },
);

promise_test(
  async () => {
    const [derivation, base] = await sources.HKDF();
    const aes = { name: "AES-GCM", length: 128 };
    const usages = ["decrypt", "encrypt", "decrypt"];
    const key = await subtle.deriveKey(derivation, base, aes, false, usages);
    assert_array_equals(key.usages, ["encrypt", "decrypt"]);
  },
  "usages given twice are there once, in the order of the enumeration",
  { requirements: ["derive-key-usages", "key-usages-normalized"] },
);

promise_test(
  async () => {
    const base = await import_secret("HKDF", ["deriveKey"]);
    const aes = { name: "AES-GCM", length: 128 };
    const key = await subtle.deriveKey(hkdf, base, aes, false, ["encrypt"]);
    assert_equals(key.algorithm.length, 128);
  },
  "the usage deriveKey is enough",
  { requirements: ["derive-key-usage"] },
);

const aes = { name: "AES-GCM", length: 128 };
const from_hkdf =
  (type, usages, extractable = true) =>
  (base) =>
    subtle.deriveKey(hkdf, base, type, extractable, usages);
rejection_table(
  [
    [
      "OperationError for an AES length of 100",
      "OperationError",
      from_hkdf({ name: "AES-GCM", length: 100 }, ["encrypt"]),
      ["aes-key-length-error"],
    ],
    [
      "OperationError for an AES length of 512",
      "OperationError",
      from_hkdf({ name: "AES-GCM", length: 512 }, ["encrypt"]),
      ["aes-key-length-error"],
    ],
    // HMAC, Get key length: "Otherwise: throw a TypeError".
    [
      "TypeError for an HMAC length of 0",
      TypeError,
      from_hkdf({ name: "HMAC", hash: "SHA-256", length: 0 }, ["sign"]),
      ["hmac-key-length-zero"],
    ],
    [
      "SyntaxError for a usage the derived key cannot have",
      "SyntaxError",
      from_hkdf(aes, ["sign"]),
      ["derive-key-import-error"],
    ],
    [
      "SyntaxError without usages",
      "SyntaxError",
      from_hkdf(aes, []),
      ["derive-key-usages-required"],
    ],
    [
      "NotSupportedError for a derived key of ECDSA",
      "NotSupportedError",
      from_hkdf({ name: "ECDSA", namedCurve: "P-256" }, ["sign"]),
      ["derive-key-type"],
    ],
    [
      "NotSupportedError for a derived key of an unknown name",
      "NotSupportedError",
      from_hkdf("unknown", ["sign"]),
      ["derive-key-type"],
    ],
    [
      "TypeError for a derived AES key without length",
      TypeError,
      from_hkdf("AES-GCM", ["encrypt"]),
      ["normalize-member-required"],
    ],
    // HKDF, Derive Bits: "If length is null ... throw an OperationError".
    [
      "OperationError for HKDF to HKDF, whose length is null",
      "OperationError",
      from_hkdf("HKDF", ["deriveBits"], false),
      ["hkdf-length-null", "hkdf-key-length"],
    ],
  ],
  () => import_secret("HKDF"),
);

promise_test(
  async (t) => {
    const [derivation, base] = await sources.X25519();
    const hmac = { name: "HMAC", hash: "SHA-256" };
    // The block of SHA-256 has 512 bits, the secret 256.
    await promise_rejects_dom(
      t,
      "OperationError",
      subtle.deriveKey(derivation, base, hmac, true, ["sign"]),
    );
  },
  "OperationError where the secret of X25519 is shorter than the key",
  { requirements: ["x25519-length-too-long"] },
);

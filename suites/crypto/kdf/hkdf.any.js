// META: title=HKDF: importKey and deriveBits
// META: spec=https://w3c.github.io/webcrypto/#hkdf-operations-derive-bits
// META: spec=https://w3c.github.io/webcrypto/#hkdf-operations-import-key
// META: script=../resources/helpers.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const counted = (first, length) => Uint8Array.from({ length }, (_, i) => first + i);
const import_key = (bytes, usages = ["deriveBits"]) =>
  subtle.importKey("raw", bytes, "HKDF", false, usages);

// RFC 5869, appendix A: 1 to 3 with SHA-256, 4, 6 and 7 with SHA-1. The last two are ours, with the
// input of A.1: [name, hash, key, salt, info, result]
const salt = counted(0, 13);
const info = counted(0xf0, 10);
const none = new Uint8Array();
const vectors = [
  [
    "A.1",
    "SHA-256",
    repeated(0x0b, 22),
    salt,
    info,
    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
  ],
  [
    "A.2",
    "SHA-256",
    counted(0, 80),
    counted(0x60, 80),
    counted(0xb0, 80),
    `
      b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c6
      5e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87
    `,
  ],
  [
    "A.3",
    "SHA-256",
    repeated(0x0b, 22),
    none,
    none,
    "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
  ],
  [
    "A.4",
    "SHA-1",
    repeated(0x0b, 11),
    salt,
    info,
    "085a01ea1b10f36933068b56efa5ad81a4f14b822f5b091568a9cdd4f155fda2c22e422478d305f3f896",
  ],
  [
    "A.6",
    "SHA-1",
    repeated(0x0b, 22),
    none,
    none,
    "0ac1af7002b3d761d1e55298da9d0506b9ae52057220a306e07b6b87e8df21d0ea00033de03984d34918",
  ],
  [
    "A.7",
    "SHA-1",
    repeated(0x0c, 22),
    none,
    none,
    "2c91117204d745f3500d636a62f64f0ab3bae548aa53d423b0d1f27ebba6f5e5673a081d70cce7acfc48",
  ],
  [
    "A.1 with SHA-384",
    "SHA-384",
    repeated(0x0b, 22),
    salt,
    info,
    "9b5097a86038b805309076a44b3a9f38063e25b516dcbf369f394cfab43685f748b6457763e4f0204fc5",
  ],
  [
    "A.1 with SHA-512",
    "SHA-512",
    repeated(0x0b, 22),
    salt,
    info,
    "832390086cda71fb47625bb5ceb168e4c8e26a1a16ed34d9fc7fe92c1481579338da362cb8d9f925d7cb",
  ],
];
for (const [name, hash, bytes, own_salt, own_info, result] of vectors) {
  const expected = hex(result);
  promise_test(
    async () => {
      const algorithm = { name: "HKDF", hash, salt: own_salt, info: own_info };
      const key = await import_key(bytes);
      assert_buffer(await subtle.deriveBits(algorithm, key, 8 * expected.length), expected);
    },
    `derives the ${8 * expected.length} bits of ${name}`,
    { requirements: ["hkdf-bits"] },
  );
}

const hkdf = { name: "HKDF", hash: "SHA-256", salt, info };
const key_of = (usages) => import_key(repeated(0x0b, 22), usages);
const expected = hex(vectors[0][5]);

for (const length of [8, 128, 256, 264]) {
  promise_test(
    async () => {
      const bits = await subtle.deriveBits(hkdf, await key_of(), length);
      assert_buffer(bits, expected.subarray(0, length / 8));
    },
    `${length} bits are the beginning of a longer result`,
    { requirements: ["hkdf-bits"] },
  );
}

promise_test(
  async () => {
    assert_buffer(await subtle.deriveBits(hkdf, await key_of(), 0), none);
  },
  "a length of 0 gives no bits",
  { requirements: ["hkdf-length-zero"] },
);

promise_test(
  async () => {
    const key = await key_of();
    // RFC 5869, section 2.3: L may be 255 times the length of the hash.
    assert_equals((await subtle.deriveBits(hkdf, key, 255 * 256)).byteLength, 255 * 32);
  },
  "derives 255 blocks",
  { requirements: ["hkdf-length-limit"] },
);

// RFC 5869, section 2.3: the first block is HMAC of the info and a byte of 1; no length is given.
promise_test(
  async () => {
    const key = await import_key(ascii("secret"));
    const long = Uint8Array.from({ length: 2000 }, (_, i) => i % 251);
    const algorithm = { name: "HKDF", hash: "SHA-256", salt: ascii("salt"), info: long };
    const result = hex("f3220c16d7022c4873d399d91fed483bdf70bddef88ca166cc82e0ad5ff10d18");
    assert_buffer(await subtle.deriveBits(algorithm, key, 256), result);
  },
  "derives with an info of 2000 bytes",
  { requirements: ["hkdf-bits"] },
);

promise_test(
  async () => {
    const key = await import_key(none);
    const bits = await subtle.deriveBits({ ...hkdf, salt: none, info: none }, key, 256);
    const result = hex("eb70f01dede9afafa449eee1b1286504e1f62388b3f7dd4f956697b0e828fe18");
    assert_buffer(bits, result);
  },
  "derives from an empty key",
  { requirements: ["hkdf-bits", "hkdf-import-result"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const own = { salt: new Uint8Array(salt), info: new Uint8Array(info) };
    const promise = subtle.deriveBits({ ...hkdf, ...own }, key, 8 * expected.length);
    own.salt.fill(0);
    own.info.fill(0);
    assert_buffer(await promise, expected);
  },
  "a change of the salt or the info after the call has no effect",
  { requirements: ["normalize-buffer-copied"] },
);

promise_test(
  async () => {
    assert_key(await key_of(["deriveKey", "deriveBits"]), {
      type: "secret",
      extractable: false,
      algorithm: { name: "HKDF" },
      usages: ["deriveBits", "deriveKey"],
    });
  },
  "the key is secret and not extractable, its algorithm has only a name",
  { requirements: ["hkdf-import-result"] },
);

rejection_table(
  [
    ["deriveBits: OperationError for null", null, "hkdf-length-null"],
    ["deriveBits: OperationError without a length", undefined, "hkdf-length-null"],
    ["deriveBits: OperationError for 1 bit", 1, "hkdf-length-multiple"],
    ["deriveBits: OperationError for 127 bits", 127, "hkdf-length-multiple"],
    ["deriveBits: OperationError for more than 255 blocks", 255 * 256 + 8, "hkdf-length-limit"],
  ].map(([statement, length, requirement]) => [
    statement,
    "OperationError",
    (key) => subtle.deriveBits(hkdf, key, length),
    [requirement],
  ]),
  key_of,
);

const import_as = (format, data, extractable, usages) =>
  subtle.importKey(format, data, "HKDF", extractable, usages);
rejection_table([
  [
    "importKey: SyntaxError for an extractable key",
    "SyntaxError",
    () => import_as("raw", salt, true, ["deriveBits"]),
    ["hkdf-import-extractable"],
  ],
  [
    "importKey: SyntaxError without usages",
    "SyntaxError",
    () => import_as("raw", salt, false, []),
    ["import-usages-required"],
  ],
  ...["sign", "encrypt", "wrapKey"].map((usage) => [
    `importKey: SyntaxError for the usage ${usage}`,
    "SyntaxError",
    () => import_as("raw", salt, false, ["deriveBits", usage]),
    ["hkdf-import-usages"],
  ]),
  ...["spki", "pkcs8"].map((format) => [
    `importKey: NotSupportedError for ${format}`,
    "NotSupportedError",
    () => import_as(format, salt, false, ["deriveBits"]),
    ["hkdf-import-format"],
  ]),
  [
    "importKey: NotSupportedError for jwk",
    "NotSupportedError",
    () => import_as("jwk", { kty: "oct", k: "AAAA" }, false, ["deriveBits"]),
    ["hkdf-import-format"],
  ],
]);

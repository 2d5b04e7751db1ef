// META: title=PBKDF2: importKey and deriveBits
// META: spec=https://w3c.github.io/webcrypto/#pbkdf2-operations-derive-bits
// META: spec=https://w3c.github.io/webcrypto/#pbkdf2-operations-import-key
// META: script=../resources/helpers.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const import_key = (password, usages = ["deriveBits"]) =>
  subtle.importKey("raw", ascii(password), "PBKDF2", false, usages);

// With SHA-1: RFC 6070. With SHA-256 of 64 bytes: RFC 7914, section 11. The others are those of
// RFC 6070 with another hash: [hash, password, salt, iterations, result]
const long_password = "passwordPASSWORDpassword";
const long_salt = "saltSALTsaltSALTsaltSALTsaltSALTsalt";
const vectors = [
  ["SHA-1", "password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"],
  ["SHA-1", "password", "salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"],
  ["SHA-1", "password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"],
  ["SHA-1", long_password, long_salt, 4096, "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038"],
  ["SHA-1", "pass\0word", "sa\0lt", 4096, "56fa6aa75548099dcc37d7f03425e0c3"],
  [
    "SHA-256",
    "passwd",
    "salt",
    1,
    `
      55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc
      49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783
    `,
  ],
  [
    "SHA-256",
    "password",
    "salt",
    1,
    "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b",
  ],
  [
    "SHA-256",
    "password",
    "salt",
    4096,
    "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a",
  ],
  [
    "SHA-384",
    "password",
    "salt",
    2,
    "54f775c6d790f21930459162fc535dbf04a939185127016a04176a0730c6f1f4",
  ],
  [
    "SHA-512",
    "password",
    "salt",
    2,
    "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c",
  ],
  ["SHA-256", "", "salt", 1, "f135c27993baf98773c5cdb40a5706ce6a345cde61b000a67858650cd6a324d7"],
  [
    "SHA-256",
    "password",
    "",
    1,
    "c1232f10f62715fda06ae7c0a2037ca19b33cf103b727ba56d870c11f290a2ab",
  ],
];
for (const [hash, password, salt, iterations, result] of vectors) {
  const expected = hex(result);
  const bits = 8 * expected.length;
  promise_test(
    async () => {
      const algorithm = { name: "PBKDF2", hash, salt: ascii(salt), iterations };
      const key = await import_key(password);
      assert_buffer(await subtle.deriveBits(algorithm, key, bits), expected);
    },
    `${hash}, ${format_value(password)}, ${format_value(salt)}, ${iterations}: ${bits} bits`,
    { requirements: ["pbkdf2-bits"] },
  );
}

const salt = ascii("salt");
const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt, iterations: 1 };
const key_of = (usages) => import_key("passwd", usages);
const expected = hex(vectors[5][4]);

for (const length of [8, 128, 256, 264]) {
  promise_test(
    async () => {
      const bits = await subtle.deriveBits(pbkdf2, await key_of(), length);
      assert_buffer(bits, expected.subarray(0, length / 8));
    },
    `${length} bits are the beginning of a longer result`,
    { requirements: ["pbkdf2-bits"] },
  );
}

promise_test(
  async () => {
    assert_buffer(await subtle.deriveBits(pbkdf2, await key_of(), 0), new Uint8Array());
  },
  "a length of 0 gives no bits",
  { requirements: ["pbkdf2-length-zero"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const own_salt = new Uint8Array(salt);
    const promise = subtle.deriveBits({ ...pbkdf2, salt: own_salt }, key, 512);
    own_salt.fill(0);
    assert_buffer(await promise, expected);
  },
  "a change of the salt after the call has no effect",
  { requirements: ["normalize-buffer-copied"] },
);

promise_test(
  async () => {
    assert_key(await key_of(["deriveKey", "deriveBits"]), {
      type: "secret",
      extractable: false,
      algorithm: { name: "PBKDF2" },
      usages: ["deriveBits", "deriveKey"],
    });
  },
  "the key is secret and not extractable, its algorithm has only a name",
  { requirements: ["pbkdf2-import-result"] },
);

rejection_table(
  [
    ["deriveBits: OperationError for null", null, {}, "pbkdf2-length-null"],
    ["deriveBits: OperationError without a length", undefined, {}, "pbkdf2-length-null"],
    ["deriveBits: OperationError for 1 bit", 1, {}, "pbkdf2-length-multiple"],
    ["deriveBits: OperationError for 127 bits", 127, {}, "pbkdf2-length-multiple"],
    [
      "deriveBits: OperationError for no iterations",
      256,
      { iterations: 0 },
      "pbkdf2-iterations-zero",
    ],
  ].map(([statement, length, changes, requirement]) => [
    statement,
    "OperationError",
    (key) => subtle.deriveBits({ ...pbkdf2, ...changes }, key, length),
    [requirement],
  ]),
  key_of,
);

const import_as = (format, data, extractable, usages) =>
  subtle.importKey(format, data, "PBKDF2", extractable, usages);
rejection_table([
  [
    "importKey: SyntaxError for an extractable key",
    "SyntaxError",
    () => import_as("raw", salt, true, ["deriveBits"]),
    ["pbkdf2-import-extractable"],
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
    ["pbkdf2-import-usages"],
  ]),
  ...["spki", "pkcs8"].map((format) => [
    `importKey: NotSupportedError for ${format}`,
    "NotSupportedError",
    () => import_as(format, salt, false, ["deriveBits"]),
    ["pbkdf2-import-format"],
  ]),
  [
    "importKey: NotSupportedError for jwk",
    "NotSupportedError",
    () => import_as("jwk", { kty: "oct", k: "AAAA" }, false, ["deriveBits"]),
    ["pbkdf2-import-format"],
  ],
]);

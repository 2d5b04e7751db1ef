// META: title=AES-GCM: encrypt and decrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-gcm-operations-encrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-gcm-operations-decrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-gcm-params
// META: script=../resources/helpers.js
"use strict";

function import_key(bytes) {
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", true, ["encrypt", "decrypt"]);
}

// The examples of "The Galois/Counter Mode of Operation" by McGrew and Viega, appendix B; the
// ciphertext has the tag after it.
const key128 = hex("feffe9928665731c6d6a8f9467308308");
const key192 = concat(key128, key128.subarray(0, 8));
const key256 = concat(key128, key128);
const iv = hex("cafebabefacedbaddecaf888");
const long_iv = hex(`
  9313225df88406e555909c5aff5269aa6a7a9538534f7da1e4c303d2a318a728
  c3c0c95156809539fcf0e2429a6b525416aedbf5a0de6a57a637b39b
`);
const additionalData = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
const plain64 = hex(`
  d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
  1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255
`);
const plain60 = plain64.subarray(0, 60);
const zeros = (length) => new Uint8Array(length);

// [example, key, parameters, plaintext, ciphertext and tag]
const examples = [
  ["no data", zeros(16), { iv: zeros(12) }, zeros(0), "58e2fccefa7e3061367f1d57a4e7455a"],
  [
    "one block of zeros",
    zeros(16),
    { iv: zeros(12) },
    zeros(16),
    "0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf",
  ],
  [
    "64 bytes without additional data",
    key128,
    { iv },
    plain64,
    `
      42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e
      21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091473f5985
      4d5c2af327cd64a62cf35abd2ba6fab4
    `,
  ],
  [
    "60 bytes with additional data",
    key128,
    { iv, additionalData },
    plain60,
    `
      42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e
      21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e0915bc94fbc
      3221a5db94fae95ae7121a47
    `,
  ],
  [
    "with an iv of 8 bytes",
    key128,
    { iv: hex("cafebabefacedbad"), additionalData },
    plain60,
    `
      61353b4c2806934a777ff51fa22a4755699b2a714fcdc6f83766e5f97b6c7423
      73806900e49f24b22b097544d4896b424989b5e1ebac0f07c23f45983612d2e7
      9e3b0785561be14aaca2fccb
    `,
  ],
  [
    "with an iv of 60 bytes",
    key128,
    { iv: long_iv, additionalData },
    plain60,
    `
      8ce24998625615b603a033aca13fb894be9112a5c3a211a8ba262a3cca7e2ca7
      01e4a9a4fba43c90ccdcb281d48c7c6fd62875d2aca417034c34aee5619cc5ae
      fffe0bfa462af43c1699d050
    `,
  ],
  [
    "with a key of 192 bits",
    key192,
    { iv, additionalData },
    plain60,
    `
      3980ca0b3c00e841eb06fac4872a2757859e1ceaa6efd984628593b40ca1e19c
      7d773d00c144c525ac619d18c84a3f4718e2448b2fe324d9ccda27102519498e
      80f1478f37ba55bd6d27618c
    `,
  ],
  [
    "with a key of 256 bits",
    key256,
    { iv, additionalData },
    plain60,
    `
      522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
      8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece
      0f4e1768cddf8853bb2d551b
    `,
  ],
];
for (const [example, bytes, parameters, plaintext, result] of examples) {
  const algorithm = { name: "AES-GCM", ...parameters };
  promise_test(
    async () => {
      const key = await import_key(bytes);
      assert_buffer(await crypto.subtle.encrypt(algorithm, key, plaintext), hex(result));
    },
    `encrypts ${example}`,
    { requirements: ["gcm-encrypt", "gcm-iv-length"] },
  );

  promise_test(
    async () => {
      const key = await import_key(bytes);
      assert_buffer(await crypto.subtle.decrypt(algorithm, key, hex(result)), plaintext);
    },
    `decrypts ${example}`,
    { requirements: ["gcm-decrypt", "gcm-iv-length"] },
  );
}

const gcm = { name: "AES-GCM", iv, additionalData };
const sealed = hex(examples.find(([example]) => example.startsWith("60 bytes"))[4]);
const key_of = () => import_key(key128);
const decrypt = (key, data, changes = {}) =>
  crypto.subtle.decrypt({ ...gcm, ...changes }, key, data);

// A shorter tag is the beginning of the whole one.
for (const tagLength of [32, 64, 96, 104, 112, 120, 128]) {
  promise_test(
    async () => {
      const key = await key_of();
      const expected = sealed.subarray(0, 60 + tagLength / 8);
      const algorithm = { ...gcm, tagLength };
      assert_buffer(await crypto.subtle.encrypt(algorithm, key, plain60), expected, "encrypted");
      assert_buffer(await crypto.subtle.decrypt(algorithm, key, expected), plain60, "decrypted");
    },
    `a tag of ${tagLength} bits`,
    { requirements: ["gcm-tag-length"] },
  );
}

promise_test(
  async () => {
    const algorithm = { ...gcm, tagLength: undefined };
    assert_buffer(await crypto.subtle.encrypt(algorithm, await key_of(), plain60), sealed);
  },
  "tagLength undefined is 128",
  { requirements: ["gcm-tag-length"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const without = { name: "AES-GCM", iv };
    const empty = { ...without, additionalData: zeros(0) };
    const result = await crypto.subtle.encrypt(without, key, plain60);
    assert_buffer(await crypto.subtle.encrypt(empty, key, plain60), result);
    assert_buffer(await crypto.subtle.decrypt(empty, key, result), plain60);
    assert_buffer(await crypto.subtle.decrypt(without, key, result), plain60);
  },
  "no additionalData and empty additionalData are the same",
  { requirements: ["gcm-additional-data"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const long = repeated(1, 100);
    const results = new Set();
    for (const index of [0, 15, 16, 63, 64, 99]) {
      const algorithm = { name: "AES-GCM", iv: flipped(long, index) };
      const result = await crypto.subtle.encrypt(algorithm, key, plain60);
      assert_buffer(await crypto.subtle.decrypt(algorithm, key, result), plain60);
      results.add(to_hex(result));
    }
    assert_equals(results.size, 6);
  },
  "each byte of an iv of 100 bytes counts",
  { requirements: ["gcm-iv-length"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const own = { iv: new Uint8Array(iv), additionalData: new Uint8Array(additionalData) };
    const data = new Uint8Array(plain60);
    const promise = crypto.subtle.encrypt({ name: "AES-GCM", ...own }, key, data);
    own.iv.fill(0);
    own.additionalData.fill(0);
    data.fill(0);
    assert_buffer(await promise, sealed);
  },
  "a change of data, iv or additionalData after the call of encrypt has no effect",
  { requirements: ["encrypt-data-copied", "normalize-buffer-copied"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const own = { iv: new Uint8Array(iv), additionalData: new Uint8Array(additionalData) };
    const data = new Uint8Array(sealed);
    const promise = crypto.subtle.decrypt({ name: "AES-GCM", ...own }, key, data);
    own.iv.fill(0);
    own.additionalData.fill(0);
    data.fill(0);
    assert_buffer(await promise, plain60);
  },
  "a change of data, iv or additionalData after the call of decrypt has no effect",
  { requirements: ["decrypt-data-copied", "normalize-buffer-copied"] },
);

rejection_table(
  [
    ["a bit of the ciphertext is changed", (key) => decrypt(key, flipped(sealed, 0))],
    ["a bit of the tag is changed", (key) => decrypt(key, flipped(sealed, -1))],
    ["a bit of the iv is changed", (key) => decrypt(key, sealed, { iv: flipped(iv, 0) })],
    [
      "a bit of additionalData is changed",
      (key) => decrypt(key, sealed, { additionalData: flipped(additionalData, 0) }),
    ],
    [
      "additionalData is missing",
      (key) => decrypt(key, sealed, { additionalData: undefined }),
      "gcm-additional-data",
    ],
    ["the tag is cut short", (key) => decrypt(key, sealed.subarray(0, 75))],
    ["tagLength is another", (key) => decrypt(key, sealed, { tagLength: 96 })],
    [
      "the data are shorter than the tag",
      (key) => decrypt(key, sealed.subarray(0, 15)),
      "gcm-decrypt-short",
    ],
    ["the data are empty", (key) => decrypt(key, zeros(0)), "gcm-decrypt-short"],
  ].map(([statement, call, requirement = "gcm-decrypt-failure"]) => [
    `decrypt: OperationError if ${statement}`,
    "OperationError",
    call,
    [requirement],
  ]),
  key_of,
);

rejection_table(
  ["encrypt", "decrypt"].flatMap((method) =>
    [0, 8, 40, 72, 127, 129, 136, 255].map((tagLength) => [
      `${method}: OperationError for a tag of ${tagLength} bits`,
      "OperationError",
      (key) => crypto.subtle[method]({ ...gcm, tagLength }, key, sealed),
      [`gcm-${method}-tag-length`],
    ]),
  ),
  key_of,
);

promise_test(
  async (t) => {
    const key = await import_key(flipped(key128, 0));
    await promise_rejects_dom(t, "OperationError", decrypt(key, sealed));
  },
  "decrypt: OperationError with another key",
  { requirements: ["gcm-decrypt-failure"] },
);

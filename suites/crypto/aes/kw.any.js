// META: title=AES-KW: wrapKey and unwrapKey
// META: spec=https://w3c.github.io/webcrypto/#aes-kw-operations-wrap-key
// META: spec=https://w3c.github.io/webcrypto/#aes-kw-operations-unwrap-key
// META: script=../resources/helpers.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const hmac = { name: "HMAC", hash: "SHA-256" };
const counted = (length) => Uint8Array.from({ length }, (_, i) => i);
const import_kek = (length, usages = ["wrapKey", "unwrapKey"]) =>
  subtle.importKey("raw", counted(length), "AES-KW", true, usages);
const import_hmac = (bytes) => subtle.importKey("raw", bytes, hmac, true, ["sign"]);

// RFC 3394, section 4: the wrapping key is 00 01 02 ...
const data = concat(hex("00112233445566778899aabbccddeeff"), counted(16));
const answers = [
  [16, 16, "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5"],
  [24, 16, "96778b25ae6ca435f92b5b97c050aed2468ab8a17ad84e5d"],
  [32, 16, "64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7"],
  [24, 24, "031d33264e15d33268f24ec260743edce1c6c7ddee725a936ba814915c6762d2"],
  [32, 24, "a8f9bc1612c68b3ff6e6f4fbe30e71e4769c8b80a32cb8958cd5d17d6b254da1"],
  [32, 32, "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21"],
];
for (const [kek_length, length, answer] of answers) {
  const bytes = data.subarray(0, length);
  promise_test(
    async () => {
      const wrapping = await import_kek(kek_length);
      const wrapped = await subtle.wrapKey("raw", await import_hmac(bytes), wrapping, "AES-KW");
      assert_buffer(wrapped, hex(answer));
    },
    `wraps ${8 * length} bits of key with ${8 * kek_length} bits`,
    { requirements: ["kw-wrap"] },
  );

  promise_test(
    async () => {
      const wrapping = await import_kek(kek_length);
      const key = await subtle.unwrapKey("raw", hex(answer), wrapping, "AES-KW", hmac, true, [
        "sign",
      ]);
      assert_key(key, {
        type: "secret",
        extractable: true,
        algorithm: { name: "HMAC", hash: "SHA-256", length: 8 * length },
        usages: ["sign"],
      });
      assert_buffer(await subtle.exportKey("raw", key), bytes);
    },
    `unwraps ${8 * length} bits of key with ${8 * kek_length} bits`,
    { requirements: ["kw-unwrap"] },
  );
}

promise_test(
  async () => {
    const key = await import_hmac(counted(16));
    const wrapping = await import_kek(16);
    const first = await subtle.wrapKey("raw", key, wrapping, "AES-KW");
    const second = await subtle.wrapKey("raw", key, wrapping, "AES-KW");
    assert_buffer(first, second);
  },
  "wrapping has no randomness",
  { requirements: ["kw-wrap"] },
);

promise_test(
  async () => {
    const wrapped = hex(answers[0][2]);
    const promise = subtle.unwrapKey("raw", wrapped, await import_kek(16), "AES-KW", hmac, true, [
      "sign",
    ]);
    wrapped.fill(0);
    assert_buffer(await subtle.exportKey("raw", await promise), data.subarray(0, 16));
  },
  "a change of the wrapped bytes after the call of unwrapKey has no effect",
  { requirements: ["unwrap-data-copied"] },
);

const unwrap = (key, bytes) => subtle.unwrapKey("raw", bytes, key, "AES-KW", hmac, true, ["sign"]);
rejection_table(
  [
    ...[0, 8, 15, 23, 25].map((length) => [
      `unwrapKey: OperationError for ${length} bytes`,
      "OperationError",
      (key) => unwrap(key, concat(hex(answers[0][2]), [0]).subarray(0, length)),
      ["kw-unwrap-failure"],
    ]),
    ...[0, 8, -1].map((index) => [
      `unwrapKey: OperationError if byte ${index} is changed`,
      "OperationError",
      (key) => unwrap(key, flipped(hex(answers[0][2]), index)),
      ["kw-unwrap-failure"],
    ]),
    [
      "unwrapKey: OperationError for what another key wrapped",
      "OperationError",
      (key) => unwrap(key, hex(answers[1][2])),
      ["kw-unwrap-failure"],
    ],
  ],
  () => import_kek(16),
);

for (const length of [1, 7, 9, 20]) {
  promise_test(
    async (t) => {
      const key = await import_hmac(counted(length));
      const promise = subtle.wrapKey("raw", key, await import_kek(16), "AES-KW");
      await promise_rejects_dom(t, "OperationError", promise);
    },
    `wrapKey: OperationError for ${length} bytes, which is no multiple of 8`,
    { requirements: ["kw-wrap-multiple", "wrap-operation-error"] },
  );
}

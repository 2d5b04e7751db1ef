// META: title=AES: generateKey
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#aes-ctr-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#aes-gcm-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#aes-kw-operations-generate-key
// META: script=../resources/helpers.js
"use strict";

const cipher_usages = ["encrypt", "decrypt", "wrapKey", "unwrapKey"];
const allowed = {
  "AES-CBC": cipher_usages,
  "AES-CTR": cipher_usages,
  "AES-GCM": cipher_usages,
  "AES-KW": ["wrapKey", "unwrapKey"],
};
const all_usages = [...cipher_usages, "sign", "verify", "deriveKey", "deriveBits"];

function generate(name, length, usages = allowed[name], extractable = true) {
  return crypto.subtle.generateKey({ name, length }, extractable, usages);
}

for (const [name, usages] of Object.entries(allowed)) {
  for (const length of [128, 192, 256]) {
    promise_test(
      async () => {
        const key = await generate(name, length);
        assert_key(key, { type: "secret", extractable: true, algorithm: { name, length }, usages });
        assert_equals((await crypto.subtle.exportKey("raw", key)).byteLength, length / 8);
      },
      `${name}: a key of ${length} bits`,
      { requirements: ["aes-generate-result"] },
    );
  }

  promise_test(
    async () => {
      for (const usage of usages) {
        assert_array_equals((await generate(name, 128, [usage])).usages, [usage]);
      }
    },
    `${name}: each usage alone`,
    { requirements: ["generate-usages"] },
  );

  promise_test(
    async (t) => {
      const key = await generate(name, 128, usages, false);
      assert_false(key.extractable);
      await promise_rejects_dom(t, "InvalidAccessError", crypto.subtle.exportKey("raw", key));
    },
    `${name}: a key that is not extractable`,
    { requirements: ["generate-extractable", "export-extractable"] },
  );

  promise_test(
    async () => {
      const keys = await Promise.all([generate(name, 256), generate(name, 256)]);
      const [first, second] = await Promise.all(
        keys.map((key) => crypto.subtle.exportKey("raw", key)),
      );
      assert_not_equals(to_hex(first), to_hex(second));
    },
    `${name}: two keys differ`,
    { requirements: ["generate-random"] },
  );

  promise_test(
    async () => {
      const ones = new Uint8Array(32);
      const zeros = new Uint8Array(32);
      for (let i = 0; i < 64; i += 1) {
        const key = await generate(name, 256);
        new Uint8Array(await crypto.subtle.exportKey("raw", key)).forEach((byte, k) => {
          ones[k] |= byte;
          zeros[k] |= ~byte;
        });
      }
      // A random bit is the same 64 times in one of 2^63 cases.
      assert_array_equals(ones, Array(32).fill(255), "each bit is 1 at times");
      assert_array_equals(zeros, Array(32).fill(255), "each bit is 0 at times");
    },
    `${name}: all 256 bits are random`,
    { requirements: ["generate-random"] },
  );

  rejection_table([
    ...[0, 64, 127, 129, 512].map((length) => [
      `${name}: OperationError for a length of ${length}`,
      "OperationError",
      () => generate(name, length),
      ["aes-generate-length"],
    ]),
    ...all_usages
      .filter((usage) => !usages.includes(usage))
      .map((usage) => [
        `${name}: SyntaxError for the usage ${usage}`,
        "SyntaxError",
        () => generate(name, 128, [...usages, usage]),
        ["aes-generate-usages"],
      ]),
    [
      `${name}: SyntaxError without usages`,
      "SyntaxError",
      () => generate(name, 128, []),
      ["generate-usages-required"],
    ],
  ]);
}

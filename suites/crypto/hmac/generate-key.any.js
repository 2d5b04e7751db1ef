// META: title=HMAC: generateKey
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-generateKey
// META: script=../resources/helpers.js
"use strict";

function generate(algorithm, extractable = true, usages = ["sign", "verify"]) {
  return crypto.subtle.generateKey({ name: "HMAC", ...algorithm }, extractable, usages);
}

// Without a length the key is as long as a block of the hash.
for (const [hash, length] of [
  ["SHA-1", 512],
  ["SHA-256", 512],
  ["SHA-384", 1024],
  ["SHA-512", 1024],
]) {
  promise_test(
    async () => {
      const key = await generate({ hash });
      assert_key(key, {
        type: "secret",
        extractable: true,
        algorithm: { name: "HMAC", hash, length },
        usages: ["sign", "verify"],
      });
      assert_equals((await crypto.subtle.exportKey("raw", key)).byteLength, length / 8);
    },
    `${hash}: the key has ${length} bits unless told otherwise`,
    { requirements: ["hmac-generate-default", "hmac-generate-result"] },
  );
}

for (const length of [8, 128, 160, 2048]) {
  promise_test(
    async () => {
      const key = await generate({ hash: "SHA-256", length });
      assert_equals(key.algorithm.length, length);
      assert_equals((await crypto.subtle.exportKey("raw", key)).byteLength, length / 8);
    },
    `makes a key of ${length} bits when asked to`,
    { requirements: ["hmac-generate-length"] },
  );
}

for (const usages of [["sign"], ["verify"], ["verify", "sign"]]) {
  promise_test(
    async () => {
      const key = await generate({ hash: "SHA-256" }, true, usages);
      assert_array_equals([...key.usages].sort(), [...usages].sort());
    },
    `the key has the usages ${usages.join(" and ")}`,
    { requirements: ["generate-usages"] },
  );
}

promise_test(
  async () => {
    const key = await generate({ hash: "SHA-256" }, false);
    assert_false(key.extractable);
  },
  "the key is not extractable when not asked to be",
  { requirements: ["generate-extractable"] },
);

promise_test(
  async () => {
    const key = await generate({ hash: "SHA-512", length: 256 });
    const data = ascii("data");
    const mac = await crypto.subtle.sign("HMAC", key, data);
    assert_equals(mac.byteLength, 64);
    assert_true(await crypto.subtle.verify("HMAC", key, mac, data));
    assert_false(await crypto.subtle.verify("HMAC", key, mac, ascii("Data")));
  },
  "the key signs and verifies",
  { requirements: ["hmac-sign", "hmac-verify"] },
);

promise_test(
  async () => {
    const keys = await Promise.all([generate({ hash: "SHA-256" }), generate({ hash: "SHA-256" })]);
    const [first, second] = await Promise.all(
      keys.map((key) => crypto.subtle.exportKey("raw", key)),
    );
    assert_not_equals(to_hex(first), to_hex(second));
  },
  "two keys differ",
  { requirements: ["generate-random"] },
);

rejection_table([
  [
    "OperationError for a length of 0",
    "OperationError",
    () => generate({ hash: "SHA-256", length: 0 }),
    ["hmac-generate-zero"],
  ],
  [
    "SyntaxError without usages",
    "SyntaxError",
    () => generate({ hash: "SHA-256" }, true, []),
    ["generate-usages-required"],
  ],
  ...["encrypt", "deriveKey", "wrapKey"].map((usage) => [
    `SyntaxError for the usage ${usage}`,
    "SyntaxError",
    () => generate({ hash: "SHA-256" }, true, ["sign", usage]),
    ["hmac-generate-usages"],
  ]),
  [
    "NotSupportedError for an unknown hash",
    "NotSupportedError",
    () => generate({ hash: "MD5" }),
    ["normalize-hash-unknown"],
  ],
]);

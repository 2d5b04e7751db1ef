// META: title=importKey(): every usage with every format of every algorithm
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-importKey
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-import-key
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
// META: script=../resources/okp-keys.js
// META: script=../resources/every-key.js
"use strict";

for (const key of every_key) {
  const { label, family, type, algorithm, usages, extractable } = key;
  for (const format of Object.keys(key.data)) {
    const [allowed, others] = [true, false].map((is) =>
      every_usage.filter((usage) => usages.includes(usage) === is),
    );

    for (const usage of allowed) {
      promise_test(
        async () => {
          const imported = await import_every(key, format, [usage]);
          assert_equals(imported.type, type);
          assert_equals(imported.algorithm.name, algorithm.name);
          assert_equals(imported.extractable, extractable);
          assert_array_equals(imported.usages, [usage]);
        },
        `${label} from ${format}: ${usage} alone`,
        { requirements: [`${family}-import-result`] },
      );
    }

    const part = type === "secret" ? "" : `${format}-`;
    rejection_table(
      others.map((usage) => [
        `${label} from ${format}: SyntaxError for ${usage}`,
        "SyntaxError",
        () => import_every(key, format, [...usages, usage]),
        [`${family}-import-${part}usages`],
      ]),
    );

    if (type === "public") {
      promise_test(
        async () => {
          assert_array_equals((await import_every(key, format, [])).usages, []);
        },
        `${label} from ${format}: no usages`,
        { requirements: ["import-usages-required"] },
      );
    } else {
      rejection_table([
        [
          `${label} from ${format}: SyntaxError for no usages`,
          "SyntaxError",
          () => import_every(key, format, []),
          ["import-usages-required"],
        ],
      ]);
    }
  }
}

// META: title=generateKey(): every usage of every algorithm
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-generateKey
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-generate-key
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
// META: script=../resources/okp-keys.js
// META: script=../resources/every-key.js
"use strict";

const parameters = {
  aes: { length: 128 },
  hmac: {},
  rsa: { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  ec: {},
  okp: {},
};

// [family, algorithm, usages of the public key, usages of the secret or private key]
const generated = [
  ...secret_keys
    .filter(({ family }) => family in parameters)
    .map(({ family, algorithm, usages }) => [family, algorithm, [], usages]),
  ...pairs_of_keys,
];

for (const [family, given, public_usages, main_usages] of generated) {
  const { name } = given;
  const generate = (usages) =>
    crypto.subtle.generateKey({ ...given, ...parameters[family] }, true, usages);

  for (const usage of every_usage) {
    const is_public = public_usages.includes(usage);
    // RSA's keys take long to make, and have files of their own.
    if (family === "rsa" && (is_public || main_usages.includes(usage))) {
      continue;
    }
    if (main_usages.includes(usage)) {
      promise_test(
        async () => {
          const made = await generate([usage]);
          assert_array_equals((made.privateKey ?? made).usages, [usage]);
          assert_array_equals(made.publicKey?.usages ?? [], []);
        },
        `${name}: ${usage} alone`,
        { requirements: ["generate-usages"] },
      );
      continue;
    }
    const [statement, requirement] = is_public
      ? [`${name}: SyntaxError for ${usage} alone`, "generate-usages-required"]
      : [`${name}: SyntaxError for ${usage}`, `${family}-generate-usages`];
    rejection_table([[statement, "SyntaxError", () => generate([usage]), [requirement]]]);
  }

  if (family !== "rsa") {
    promise_test(
      async () => {
        const made = await generate([...main_usages, ...main_usages].reverse());
        const expected = every_usage.filter((usage) => main_usages.includes(usage));
        assert_array_equals((made.privateKey ?? made).usages, expected);
      },
      `${name}: usages given twice are there once, in the order of the enumeration`,
      { requirements: ["key-usages-normalized", "generate-usages"] },
    );
  }
}

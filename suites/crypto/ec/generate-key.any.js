// META: title=ECDSA and ECDH: generateKey
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#ecdh-operations-generate-key
// META: script=../resources/helpers.js
"use strict";

const algorithms = {
  ECDSA: { public_usages: ["verify"], private_usages: ["sign"], foreign: "deriveBits" },
  ECDH: { public_usages: [], private_usages: ["deriveBits", "deriveKey"], foreign: "sign" },
};
const field_bytes = { "P-256": 32, "P-384": 48, "P-521": 66 };

function generate(name, usages, namedCurve = "P-256", extractable = true) {
  return crypto.subtle.generateKey({ name, namedCurve }, extractable, usages);
}

for (const [name, { public_usages, private_usages, foreign }] of Object.entries(algorithms)) {
  const usages = [...public_usages, ...private_usages];

  for (const [namedCurve, bytes] of Object.entries(field_bytes)) {
    promise_test(
      async () => {
        const { publicKey } = await generate(name, usages, namedCurve, false);
        assert_key(publicKey, {
          type: "public",
          // Whatever was asked for.
          extractable: true,
          algorithm: { name, namedCurve },
          usages: public_usages,
        });
        const raw = await crypto.subtle.exportKey("raw", publicKey);
        assert_equals(raw.byteLength, 1 + 2 * bytes);
        assert_equals(new Uint8Array(raw)[0], 4, "an uncompressed point");
      },
      `${name}, ${namedCurve}: the public key`,
      { requirements: ["ec-generate-public"] },
    );

    promise_test(
      async () => {
        const { privateKey } = await generate(name, usages, namedCurve, false);
        assert_key(privateKey, {
          type: "private",
          extractable: false,
          algorithm: { name, namedCurve },
          usages: private_usages,
        });
      },
      `${name}, ${namedCurve}: the private key`,
      { requirements: ["ec-generate-private"] },
    );

    promise_test(
      async () => {
        const { publicKey, privateKey } = await generate(name, usages, namedCurve);
        const public_jwk = await crypto.subtle.exportKey("jwk", publicKey);
        const private_jwk = await crypto.subtle.exportKey("jwk", privateKey);
        assert_equals(private_jwk.x, public_jwk.x);
        assert_equals(private_jwk.y, public_jwk.y);
        assert_equals(private_jwk.d.length, Math.ceil((bytes * 4) / 3));
      },
      `${name}, ${namedCurve}: the private key has the point of the public key`,
      { requirements: ["ec-generate-match"] },
    );
  }

  promise_test(
    async () => {
      for (const usage of private_usages) {
        const { privateKey } = await generate(name, [usage]);
        assert_array_equals(privateKey.usages, [usage]);
      }
    },
    `${name}: each usage of the private key alone`,
    { requirements: ["generate-usages"] },
  );

  promise_test(
    async () => {
      const pairs = await Promise.all([generate(name, usages), generate(name, usages)]);
      const [first, second] = await Promise.all(
        pairs.map(({ publicKey }) => crypto.subtle.exportKey("raw", publicKey)),
      );
      assert_not_equals(to_hex(first), to_hex(second));
    },
    `${name}: two pairs differ`,
    { requirements: ["generate-random"] },
  );

  rejection_table([
    [
      `${name}: SyntaxError for the usage ${foreign}`,
      "SyntaxError",
      () => generate(name, [...private_usages, foreign]),
      ["ec-generate-usages"],
    ],
    [
      `${name}: SyntaxError for the usage encrypt`,
      "SyntaxError",
      () => generate(name, [...private_usages, "encrypt"]),
      ["ec-generate-usages"],
    ],
    [
      `${name}: SyntaxError without usages`,
      "SyntaxError",
      () => generate(name, []),
      ["generate-usages-required"],
    ],
    ...["P-257", "p-256", "secp256r1", ""].map((curve) => [
      `${name}: NotSupportedError for the curve "${curve}"`,
      "NotSupportedError",
      () => generate(name, private_usages, curve),
      ["ec-generate-curve"],
    ]),
  ]);
}

promise_test(
  async (t) => {
    await promise_rejects_dom(t, "SyntaxError", generate("ECDSA", ["verify"]));
  },
  "ECDSA: SyntaxError without a usage for the private key",
  { requirements: ["generate-usages-required"] },
);

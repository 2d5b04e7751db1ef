// META: title=Ed25519 and X25519: generateKey
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#x25519-operations-generate-key
// META: script=../resources/helpers.js
"use strict";

const algorithms = {
  Ed25519: { public_usages: ["verify"], private_usages: ["sign"], foreign: "deriveBits" },
  X25519: { public_usages: [], private_usages: ["deriveBits", "deriveKey"], foreign: "sign" },
};

for (const [name, { public_usages, private_usages, foreign }] of Object.entries(algorithms)) {
  const all_usages = [...public_usages, ...private_usages];
  const generate = (usages = all_usages, extractable = true) =>
    crypto.subtle.generateKey(name, extractable, usages);

  promise_test(
    async () => {
      const { publicKey } = await generate(all_usages, false);
      assert_key(publicKey, {
        type: "public",
        // Whatever was asked for.
        extractable: true,
        algorithm: { name },
        usages: public_usages,
      });
      assert_equals((await crypto.subtle.exportKey("raw", publicKey)).byteLength, 32);
    },
    `${name}: the public key`,
    { requirements: ["okp-generate-public"] },
  );

  promise_test(
    async () => {
      const { privateKey } = await generate(all_usages, false);
      assert_key(privateKey, {
        type: "private",
        extractable: false,
        algorithm: { name },
        usages: private_usages,
      });
    },
    `${name}: the private key`,
    { requirements: ["okp-generate-private"] },
  );

  promise_test(
    async () => {
      const { privateKey } = await generate();
      assert_true(privateKey.extractable);
    },
    `${name}: the private key is extractable when asked to be`,
    { requirements: ["generate-extractable"] },
  );

  promise_test(
    async () => {
      const { privateKey } = await generate();
      assert_array_equals(Object.keys(privateKey.algorithm), ["name"]);
    },
    `${name}: the algorithm of a key has no member but name`,
    { requirements: ["okp-generate-algorithm"] },
  );

  promise_test(
    async () => {
      const { publicKey, privateKey } = await generate();
      const public_jwk = await crypto.subtle.exportKey("jwk", publicKey);
      const private_jwk = await crypto.subtle.exportKey("jwk", privateKey);
      assert_equals(private_jwk.x, public_jwk.x);
      assert_equals(private_jwk.d.length, 43);
    },
    `${name}: the private key has the public key in its jwk`,
    { requirements: ["okp-generate-match"] },
  );

  promise_test(
    async () => {
      for (const usage of private_usages) {
        const { privateKey } = await generate([usage]);
        assert_array_equals(privateKey.usages, [usage]);
      }
    },
    `${name}: each usage of the private key alone`,
    { requirements: ["generate-usages"] },
  );

  promise_test(
    async () => {
      const { publicKey } = await generate(private_usages);
      assert_array_equals(publicKey.usages, []);
    },
    `${name}: the public key may be without usages`,
    { requirements: ["okp-generate-public"] },
  );

  promise_test(
    async () => {
      const pairs = await Promise.all([generate(), generate()]);
      const [first, second] = await Promise.all(
        pairs.map(({ publicKey }) => crypto.subtle.exportKey("raw", publicKey)),
      );
      assert_not_equals(to_hex(first), to_hex(second));
    },
    `${name}: two pairs differ`,
    { requirements: ["generate-random"] },
  );

  rejection_table([
    ...[foreign, "encrypt", "wrapKey"].map((usage) => [
      `${name}: SyntaxError for the usage ${usage}`,
      "SyntaxError",
      () => generate([...private_usages, usage]),
      ["okp-generate-usages"],
    ]),
    [
      `${name}: SyntaxError without usages`,
      "SyntaxError",
      () => generate([]),
      ["generate-usages-required"],
    ],
  ]);
}

promise_test(
  async (t) => {
    const promise = crypto.subtle.generateKey("Ed25519", true, ["verify"]);
    await promise_rejects_dom(t, "SyntaxError", promise);
  },
  "Ed25519: SyntaxError without a usage for the private key",
  { requirements: ["generate-usages-required"] },
);

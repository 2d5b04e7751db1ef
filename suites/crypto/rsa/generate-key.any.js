// META: title=RSA: generateKey
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-generate-key
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-generate-key
// META: script=../resources/helpers.js
// META: timeout=long
"use strict";

const algorithms = {
  "RSASSA-PKCS1-v1_5": { public_usages: ["verify"], private_usages: ["sign"] },
  "RSA-PSS": { public_usages: ["verify"], private_usages: ["sign"] },
  "RSA-OAEP": {
    public_usages: ["encrypt", "wrapKey"],
    private_usages: ["decrypt", "unwrapKey"],
  },
};
const parameters = {
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: "SHA-256",
};

function generate(name, usages, changes = {}, extractable = true) {
  return crypto.subtle.generateKey({ name, ...parameters, ...changes }, extractable, usages);
}

// To make a pair takes long: one for each algorithm, made when first asked for.
const pairs = {};
function pair_of(name) {
  const { public_usages, private_usages } = algorithms[name];
  pairs[name] ??= generate(name, [...public_usages, ...private_usages], {}, false);
  return pairs[name];
}

for (const [name, { public_usages, private_usages }] of Object.entries(algorithms)) {
  const algorithm = {
    name,
    modulusLength: 2048,
    publicExponent: [1, 0, 1],
    hash: "SHA-256",
  };

  promise_test(
    async () => {
      const pair = await pair_of(name);
      assert_array_equals(Object.keys(pair).sort(), ["privateKey", "publicKey"]);
      assert_equals(Object.getPrototypeOf(pair), Object.prototype);
    },
    `${name}: the pair is a plain object with publicKey and privateKey`,
    { requirements: ["generate-pair"] },
  );

  promise_test(
    async () => {
      const { publicKey } = await pair_of(name);
      // The public key is extractable, whatever was asked for.
      assert_key(publicKey, {
        type: "public",
        extractable: true,
        algorithm,
        usages: public_usages,
      });
    },
    `${name}: the public key`,
    { requirements: ["rsa-generate-public", "rsa-generate-exponent"] },
  );

  promise_test(
    async () => {
      const { privateKey } = await pair_of(name);
      const usages = private_usages;
      assert_key(privateKey, { type: "private", extractable: false, algorithm, usages });
    },
    `${name}: the private key`,
    { requirements: ["rsa-generate-private"] },
  );

  promise_test(
    async () => {
      const { publicKey } = await pair_of(name);
      const jwk = await crypto.subtle.exportKey("jwk", publicKey);
      assert_equals(jwk.e, "AQAB");
      // 342 digits of base64url are 256 bytes; the first digit has the top bit of the modulus.
      assert_equals(jwk.n.length, 342);
      assert_regexp_match(jwk.n, /^[g-z0-9_-]/);
    },
    `${name}: the modulus has 2048 bits, the exponent is 65537`,
    { requirements: ["rsa-generate-modulus"] },
  );

  promise_test(
    async () => {
      const { publicKey, privateKey } = await pair_of(name);
      const use = { name, saltLength: 32 };
      const data = ascii("data");
      if (name === "RSA-OAEP") {
        const ciphertext = await crypto.subtle.encrypt(use, publicKey, data);
        assert_buffer(await crypto.subtle.decrypt(use, privateKey, ciphertext), data);
      } else {
        const signature = await crypto.subtle.sign(use, privateKey, data);
        assert_true(await crypto.subtle.verify(use, publicKey, signature, data));
      }
    },
    `${name}: the keys belong together`,
    { requirements: ["rsa-generate-modulus"] },
  );

  const foreign = name === "RSA-OAEP" ? "sign" : "encrypt";
  rejection_table([
    [
      `${name}: SyntaxError for the usage ${foreign}`,
      "SyntaxError",
      () => generate(name, [...private_usages, foreign]),
      ["rsa-generate-usages"],
    ],
    [
      `${name}: SyntaxError for the usage deriveBits`,
      "SyntaxError",
      () => generate(name, [...private_usages, "deriveBits"]),
      ["rsa-generate-usages"],
    ],
    [
      `${name}: SyntaxError without usages`,
      "SyntaxError",
      () => generate(name, []),
      ["generate-usages-required"],
    ],
    [
      `${name}: SyntaxError without a usage for the private key`,
      "SyntaxError",
      () => generate(name, public_usages),
      ["rsa-generate-private"],
    ],
    [
      `${name}: OperationError for an even exponent`,
      "OperationError",
      () => generate(name, private_usages, { publicExponent: new Uint8Array([1, 0, 0]) }),
      ["rsa-generate-failure"],
    ],
    [
      `${name}: OperationError for the exponent 1`,
      "OperationError",
      () => generate(name, private_usages, { publicExponent: new Uint8Array([1]) }),
      ["rsa-generate-failure"],
    ],
    [
      `${name}: OperationError for an empty exponent`,
      "OperationError",
      () => generate(name, private_usages, { publicExponent: new Uint8Array() }),
      ["rsa-generate-failure"],
    ],
    [
      `${name}: OperationError for a modulus of 0 bits`,
      "OperationError",
      () => generate(name, private_usages, { modulusLength: 0 }),
      ["rsa-generate-failure"],
    ],
    [
      `${name}: NotSupportedError for an unknown hash`,
      "NotSupportedError",
      () => generate(name, private_usages, { hash: "MD5" }),
      ["normalize-hash-unknown"],
    ],
  ]);
}

promise_test(
  async () => {
    const publicExponent = new Uint8Array([3]);
    const { publicKey } = await generate("RSA-PSS", ["sign", "verify"], { publicExponent });
    assert_array_equals(publicKey.algorithm.publicExponent, [3]);
    assert_equals((await crypto.subtle.exportKey("jwk", publicKey)).e, "Aw");
  },
  "RSA-PSS: the exponent is 3 if asked for",
  { requirements: ["rsa-generate-modulus", "rsa-generate-exponent"] },
);

// META: title=RSASSA-PKCS1-v1_5: sign and verify
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-sign
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-verify
// META: script=../resources/helpers.js
// META: script=../resources/rsa-keys.js
"use strict";

const name = "RSASSA-PKCS1-v1_5";
const data = ascii("a message signed with RSA");
const private_key = (hash) => import_rsa_private(name, ["sign"], hash);
const public_key = (hash) => import_rsa_public(name, ["verify"], hash);

// The scheme has no randomness. Made with another implementation from the same key.
const signatures = {
  "SHA-1": hex(`
    35cbe93b8a6414770674a137bf2bdef639dd8f02dc34c099ce3f1bd5a4462015771a61ee4afbf8db27eda717
    77e506d4afb9c161fd5c9fe38f538fc2df6de3adf6b392767b5a5dd70a1af038d34af6914d4c0d18b08a9926
    4d20341a7e0c5647c16eba6c9f7288bee39ddc0439e0c0791e993b1752fc539e7eb1e5e29c10897d4ee74bac
    be7ada2fa61393573e261186988185d6d3b8d7ee66e2cf4fbab963c9e6a240b580d7a8835f34ae059d5ba9b4
    2a5b969df1313bdac9f91daa7f90b37f7cfb17bc73615468a1ab09f7382d5502a9973f711871e529af2a4206
    3e475b4e65150a550b2ace8a0ab39215d4e8fb11b99e86986099419b239ede4cb63e2e84
  `),
  "SHA-256": hex(`
    89012bd18257315d6583c8bbd70d9f88be87289d91753d8fedef0c7ac6f2b55a26f780d85a93c078526ac589
    08294671fa3664475fcc3e3e9664ebba23380cc54d8ccd2db94ab3b68a483b36a918e32e46052337a1020d4d
    2d04a2b330d85eaca45b3a530b43017767429e2f8e3eb243c6bec4ba76e00a2c43f67f94c2a83f66a0cfb870
    91fd0a5e701597ef532473049a67c43700f1c93995058322523914edc738c9197121f181a1b8d6d1f6efc0a2
    4fcf310814df9501f101df465b521f02390ad2b936517f1f87c04ca4f84dd875958eb21db5e4a21480838907
    92b976adf74528685647146470b08f33767b6b63b7e13fa52c9b0da164c4b5f95fe0c94a
  `),
  "SHA-384": hex(`
    582322df12e9a094b415da7fdf98cb62d9f5d0b19fcae479471034c1d10ec2bb1adb966b1e85655bdc819be7
    602bd46cfc6502c6a772ea313c951338e9b804b9b5f5635fa85053f8395e2490fab8fef41b50cb762419f046
    4f35e113b242f9a3a3d680f3d9b05ccf4a5998fb0d3d731263047c7ff4dcdd4cb963679c3011001f80724250
    cf2aeb739374723c549e153ed1c44bb227a7d01db348916ee6586b8ac2e04ab13fcfee9f21013c9b75a4ff94
    f429792cb7b1c3c589fe7d54ccbf79839bbe9e56c345a6d1a95ec8899c332803a3dcfeb81b84a6bc761fad2a
    2f8838db38b6f5e6c07cbd39e0d337180ed0142ab976a8b7725d13b2fca3532c269e6d9f
  `),
  "SHA-512": hex(`
    2c62bbcac8650abd1a24afaa84b9405d0e897140feeafee6702a7a140b8c0fd0fe3480953d6be8c152c867d8
    5bb30e7ff153913d306944fcc15e91d0f0fb92ee40e2f1ef7a9b62b2ca27079dfbf1423684c1858ae19ca743
    e73d5d53248ec5b4bee4e8782c8ce6a30a8d61407b558fa5d53f5e0f9d05de982d3bcb2c5139df7e0edb151d
    57c920e3b371caf8bcc726c0215fd11723ee138cc95b8ef38d5a934ea68f094e1af8f554ccf0b1eb78a50384
    5dc36ca43a3bd3389d34c334f5be1292feb185a976dea47bfbbb81b8160823960ebc71e12336912a1741df8c
    851db70b4eedd4cda5b82474961cc04e8e64e4173aa8443202282cdcf240b2fcab7e7cdd
  `),
};

for (const [hash, signature] of Object.entries(signatures)) {
  promise_test(
    async () => {
      assert_buffer(await crypto.subtle.sign(name, await private_key(hash), data), signature);
    },
    `signs with ${hash}`,
    { requirements: ["rsassa-sign"] },
  );

  promise_test(
    async () => {
      assert_true(await crypto.subtle.verify(name, await public_key(hash), signature, data));
    },
    `verifies with ${hash}`,
    { requirements: ["rsassa-verify"] },
  );
}

const signature = signatures["SHA-256"];
const wrong = {
  "with its first bit changed": flipped(signature, 0),
  "with its last bit changed": flipped(signature, -1),
  "of another hash": signatures["SHA-512"],
  "cut by one byte": signature.subarray(1),
  "with a zero before it": concat([0], signature),
  "that is empty": new Uint8Array(),
  "of zeros": new Uint8Array(256),
  // Not less than the modulus, thus "signature representative out of range" in RFC 8017, 5.2.2.
  "of ones": repeated(0xff, 256),
};
for (const [statement, bytes] of Object.entries(wrong)) {
  promise_test(
    async () => {
      assert_false(await crypto.subtle.verify(name, await public_key(), bytes, data));
    },
    `verify gives false for a signature ${statement}`,
    { requirements: ["rsassa-verify-false"] },
  );
}

// RFC 8017, section 8.2.2, step 1: a signature is as long as the modulus, zeros in front included.
promise_test(
  async () => {
    const begins_with_zero = ascii("message 196");
    const signed = new Uint8Array(
      await crypto.subtle.sign(name, await private_key(), begins_with_zero),
    );
    assert_equals(signed.length, 256);
    assert_equals(signed[0], 0);
    const verify = async (bytes) =>
      crypto.subtle.verify(name, await public_key(), bytes, begins_with_zero);
    assert_true(await verify(signed));
    assert_false(await verify(signed.subarray(1)));
  },
  "a zero that a signature begins with is part of it",
  { requirements: ["rsassa-sign", "rsassa-verify-false"] },
);

promise_test(
  async () => {
    const other = flipped(data, 0);
    assert_false(await crypto.subtle.verify(name, await public_key(), signature, other));
  },
  "verify gives false for other data",
  { requirements: ["rsassa-verify-false"] },
);

promise_test(
  async () => {
    const key = await public_key("SHA-384");
    assert_false(await crypto.subtle.verify(name, key, signature, data));
  },
  "verify gives false with a key of another hash",
  { requirements: ["rsassa-verify-false"] },
);

promise_test(
  async () => {
    const key = await public_key();
    const empty = await crypto.subtle.sign(name, await private_key(), new Uint8Array());
    assert_equals(empty.byteLength, 256);
    assert_true(await crypto.subtle.verify(name, key, empty, new Uint8Array()));
    assert_false(await crypto.subtle.verify(name, key, empty, data));
  },
  "signs empty data",
  { requirements: ["rsassa-sign"] },
);

promise_test(
  async () => {
    const key = await private_key();
    const copy = new Uint8Array(data);
    const promise = crypto.subtle.sign(name, key, copy);
    copy.fill(0);
    assert_buffer(await promise, signature);
  },
  "a change of the data after the call of sign has no effect",
  { requirements: ["sign-data-copied"] },
);

promise_test(
  async () => {
    const key = await public_key();
    const data_copy = new Uint8Array(data);
    const signature_copy = new Uint8Array(signature);
    const promise = crypto.subtle.verify(name, key, signature_copy, data_copy);
    data_copy.fill(0);
    signature_copy.fill(0);
    assert_true(await promise);
  },
  "a change of the data or the signature after the call of verify has no effect",
  { requirements: ["verify-data-copied"] },
);

rejection_table(
  [
    [
      "sign: InvalidAccessError for a public key",
      "InvalidAccessError",
      (keys) => crypto.subtle.sign(name, keys.public_key, data),
      ["rsassa-sign-key-type"],
    ],
    [
      "verify: InvalidAccessError for a private key",
      "InvalidAccessError",
      (keys) => crypto.subtle.verify(name, keys.private_key, signature, data),
      ["rsassa-verify-key-type"],
    ],
    [
      "sign: InvalidAccessError for a key of RSA-PSS",
      "InvalidAccessError",
      (keys) => crypto.subtle.sign(name, keys.pss_key, data),
      ["sign-key-algorithm"],
    ],
  ],
  async () => ({
    public_key: await public_key(),
    private_key: await private_key(),
    pss_key: await import_rsa_private("RSA-PSS", ["sign"]),
  }),
);

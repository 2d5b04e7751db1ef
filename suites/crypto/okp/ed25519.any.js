// META: title=Ed25519: sign and verify
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-sign
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-verify
// META: script=../resources/helpers.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const pkcs8_prefix = hex("302e020100300506032b657004220420");
const import_private = (seed) =>
  subtle.importKey("pkcs8", concat(pkcs8_prefix, hex(seed)), "Ed25519", false, ["sign"]);
const import_public = (bytes) => subtle.importKey("raw", hex(bytes), "Ed25519", true, ["verify"]);

// RFC 8032, section 7.1: TEST 1, 2, 3
const vectors = [
  {
    message: "",
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    public_bytes: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    signature: `
      e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970
      1cf9b46bd25bf5f0595bbe24655141438e7a100b
    `,
  },
  {
    message: "72",
    seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    public_bytes: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    signature: `
      92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613
      d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
    `,
  },
  {
    message: "af82",
    seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    public_bytes: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    signature: `
      6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760
      984dc6594a7c15e9716ed28dc027beceea1ec40a
    `,
  },
];

for (const { message, seed, public_bytes, signature } of vectors) {
  const data = hex(message);
  promise_test(
    async () => {
      assert_buffer(await subtle.sign("Ed25519", await import_private(seed), data), hex(signature));
    },
    `signs the message of ${data.length} bytes of RFC 8032`,
    { requirements: ["ed25519-sign"] },
  );

  promise_test(
    async () => {
      const key = await import_public(public_bytes);
      assert_true(await subtle.verify("Ed25519", key, hex(signature), data));
    },
    `verifies the message of ${data.length} bytes of RFC 8032`,
    { requirements: ["ed25519-verify"] },
  );
}

const [, { seed, public_bytes }] = vectors;
const data = hex("72");
const signature = hex(vectors[1].signature);
const r = signature.subarray(0, 32);
const s = signature.subarray(32);
// The order L of the group is added to s: the equation still holds, but RFC 8032, section 5.1.7,
// wants s in the range 0 <= s < L.
const s_plus_order = hex("f52db7415978abc61b2c2eb6aeebfca0387b2eaeb4302aeeb00d291612bb0c10");
const neutral = hex("0100000000000000000000000000000000000000000000000000000000000000");

const wrong = {
  "with R changed": flipped(signature, 0),
  "with S changed": flipped(signature, 32),
  "with the order added to S": concat(r, s_plus_order),
  "cut by one byte": signature.subarray(0, 63),
  "with one byte more": concat(signature, [0]),
  "that is empty": new Uint8Array(),
  "of zeros": new Uint8Array(64),
  "of ones": repeated(0xff, 64),
  "with R and S exchanged": concat(s, r),
};
for (const [statement, bytes] of Object.entries(wrong)) {
  promise_test(
    async () => {
      const key = await import_public(public_bytes);
      assert_false(await subtle.verify("Ed25519", key, bytes, data));
    },
    `verify gives false for a signature ${statement}`,
    {
      requirements: [
        statement.includes("order") || statement === "of ones"
          ? "ed25519-verify-range"
          : "ed25519-verify-false",
      ],
    },
  );
}

promise_test(
  async () => {
    const key = await import_public(public_bytes);
    assert_false(await subtle.verify("Ed25519", key, signature, hex("73")));
  },
  "verify gives false for other data",
  { requirements: ["ed25519-verify-false"] },
);

promise_test(
  async () => {
    const key = await import_public(vectors[2].public_bytes);
    assert_false(await subtle.verify("Ed25519", key, signature, data));
  },
  "verify gives false with another key",
  { requirements: ["ed25519-verify-false"] },
);

// With A and R the neutral point and S zero the equation [S]B = R + [k]A holds for every message;
// Verify returns false before it comes to that "if the key data of key represents ... a small-order
// element".
promise_test(
  async () => {
    const key = await import_public(to_hex(neutral));
    const forged = concat(neutral, new Uint8Array(32));
    assert_false(await subtle.verify("Ed25519", key, forged, data));
  },
  "verify gives false for a public key of small order",
  { requirements: ["ed25519-verify-small-order"] },
);

promise_test(
  async () => {
    const key = await import_private(seed);
    const copy = new Uint8Array(data);
    const promise = subtle.sign("Ed25519", key, copy);
    copy.fill(0);
    assert_buffer(await promise, signature);
  },
  "a change of the data after the call of sign has no effect",
  { requirements: ["sign-data-copied"] },
);

promise_test(
  async () => {
    const key = await import_public(public_bytes);
    const data_copy = new Uint8Array(data);
    const signature_copy = new Uint8Array(signature);
    const promise = subtle.verify("Ed25519", key, signature_copy, data_copy);
    data_copy.fill(0);
    signature_copy.fill(0);
    assert_true(await promise);
  },
  "a change of the data or the signature after the call of verify has no effect",
  { requirements: ["verify-data-copied"] },
);

promise_test(
  async () => {
    const key = await import_private(seed);
    assert_buffer(await subtle.sign({ name: "ed25519" }, key, data), signature);
  },
  "the name is matched without regard to case",
  { requirements: ["normalize-case"] },
);

rejection_table(
  [
    [
      "sign: InvalidAccessError for a public key",
      "InvalidAccessError",
      (keys) => subtle.sign("Ed25519", keys.public_key, data),
      ["ed25519-sign-key-type"],
    ],
    [
      "verify: InvalidAccessError for a private key",
      "InvalidAccessError",
      (keys) => subtle.verify("Ed25519", keys.private_key, signature, data),
      ["ed25519-verify-key-type"],
    ],
  ],
  async () => ({
    public_key: await import_public(public_bytes),
    private_key: await import_private(seed),
  }),
);

// META: title=X25519: deriveBits
// META: spec=https://w3c.github.io/webcrypto/#x25519-operations-derive-bits
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-deriveBits
// META: script=../resources/helpers.js
// META: script=../resources/okp-keys.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const pkcs8_prefix = hex("302e020100300506032b656e04220420");
const import_private = (bytes, usages = ["deriveBits"]) =>
  subtle.importKey("pkcs8", concat(pkcs8_prefix, bytes), "X25519", false, usages);
const import_public = (bytes) => subtle.importKey("raw", bytes, "X25519", true, []);
async function derive(private_bytes, public_bytes, ...length) {
  const algorithm = { name: "X25519", public: await import_public(public_bytes) };
  return subtle.deriveBits(algorithm, await import_private(private_bytes), ...length);
}

// RFC 7748, section 5.2
for (const [number, scalar, point, result] of [
  [
    "first",
    "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
    "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
    "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
  ],
  [
    "second",
    "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
    "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
    "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957",
  ],
]) {
  promise_test(
    async () => {
      assert_buffer(await derive(hex(scalar), hex(point), 256), hex(result));
    },
    `the ${number} vector of RFC 7748`,
    { requirements: ["x25519-secret", "derive-bits-result"] },
  );
}

// RFC 7748, section 6.1
const alice = okp_keys.X25519;
const bob = x25519_peer;
promise_test(
  async () => {
    assert_buffer(await derive(alice.private_bytes, bob.raw, 256), bob.secret);
  },
  "Alice's side of the exchange of RFC 7748",
  { requirements: ["x25519-secret", "derive-bits-result"] },
);

promise_test(
  async () => {
    assert_buffer(await derive(bob.private_bytes, alice.raw, 256), bob.secret);
  },
  "Bob's side of the exchange of RFC 7748",
  { requirements: ["x25519-secret", "derive-bits-result"] },
);

promise_test(
  async () => {
    assert_buffer(await derive(alice.private_bytes, bob.raw), bob.secret);
  },
  "without a length, the whole secret",
  { requirements: ["x25519-length-null", "derive-bits-length-default"] },
);

promise_test(
  async () => {
    assert_buffer(await derive(alice.private_bytes, bob.raw, null), bob.secret);
  },
  "with the length null, the whole secret",
  { requirements: ["x25519-length-null"] },
);

for (const length of [8, 128, 248]) {
  promise_test(
    async () => {
      const expected = bob.secret.subarray(0, length / 8);
      assert_buffer(await derive(alice.private_bytes, bob.raw, length), expected);
    },
    `with the length ${length}, the beginning of the secret`,
    { requirements: ["x25519-length-truncates"] },
  );
}

promise_test(
  async () => {
    assert_buffer(await derive(alice.private_bytes, bob.raw, 0), new Uint8Array());
  },
  "with the length 0, nothing",
  { requirements: ["x25519-length-truncates"] },
);

promise_test(
  async () => {
    // The secret begins with 4a 5d.
    assert_buffer(await derive(alice.private_bytes, bob.raw, 10), [0x4a, 0x40]);
  },
  "a length of 10 bits gives them in 2 bytes, filled up with zeros",
  { requirements: ["x25519-length-truncates"] },
);

promise_test(
  async () => {
    const pair = () => subtle.generateKey("X25519", false, ["deriveBits"]);
    const [one, other] = await Promise.all([pair(), pair()]);
    const shared = await subtle.deriveBits(
      { name: "X25519", public: other.publicKey },
      one.privateKey,
      256,
    );
    const same = await subtle.deriveBits(
      { name: "X25519", public: one.publicKey },
      other.privateKey,
      256,
    );
    assert_buffer(shared, same);
  },
  "both sides derive the same bits from generated keys",
  { requirements: ["x25519-secret", "okp-generate-match"] },
);

promise_test(
  async () => {
    // RFC 7748, section 5: the top bit of the u-coordinate is ignored.
    const masked = new Uint8Array(bob.raw);
    masked[31] |= 0x80;
    assert_buffer(await derive(alice.private_bytes, masked, 256), bob.secret);
  },
  "the top bit of the public key is ignored",
  { requirements: ["x25519-secret"] },
);

promise_test(
  async () => {
    // RFC 7748, section 5: three bits at the bottom and two at the top of the scalar are set.
    const unclamped = new Uint8Array(alice.private_bytes);
    unclamped[0] ^= 0x07;
    unclamped[31] ^= 0xc0;
    assert_buffer(await derive(unclamped, bob.raw, 256), bob.secret);
  },
  "the bits of the private key that are fixed make no difference",
  { requirements: ["x25519-secret"] },
);

const context = async () => ({
  private_key: await import_private(alice.private_bytes),
  derive_key: await import_private(alice.private_bytes, ["deriveKey"]),
  public_key: await import_public(bob.raw),
  ed25519: await subtle.importKey("raw", okp_keys.Ed25519.raw, "Ed25519", true, ["verify"]),
});
const bits = (key, peer, length = 256) =>
  subtle.deriveBits({ name: "X25519", public: peer }, key, length);
rejection_table(
  [
    [
      "OperationError for a length of 257",
      "OperationError",
      (k) => bits(k.private_key, k.public_key, 257),
      ["x25519-length-too-long"],
    ],
    [
      "OperationError for a length of 512",
      "OperationError",
      (k) => bits(k.private_key, k.public_key, 512),
      ["x25519-length-too-long"],
    ],
    [
      "InvalidAccessError for a private key given as public",
      "InvalidAccessError",
      (k) => bits(k.private_key, k.private_key),
      ["x25519-public-type"],
    ],
    [
      "InvalidAccessError for a public key of Ed25519",
      "InvalidAccessError",
      (k) => bits(k.private_key, k.ed25519),
      ["x25519-public-algorithm"],
    ],
    [
      "InvalidAccessError for a public key to derive from",
      "InvalidAccessError",
      (k) => bits(k.public_key, k.public_key),
      ["x25519-key-type"],
    ],
    [
      "InvalidAccessError for a key with the usage deriveKey alone",
      "InvalidAccessError",
      (k) => bits(k.derive_key, k.public_key),
      ["derive-bits-usage"],
    ],
  ],
  context,
);

// Points of small order, with which the secret is zero whatever the private key.
for (const [statement, point] of [
  ["0", "0000000000000000000000000000000000000000000000000000000000000000"],
  ["1", "0100000000000000000000000000000000000000000000000000000000000000"],
  ["p - 1", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
  ["p, which is 0", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
  ["an element of order 8", "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"],
]) {
  promise_test(
    async (t) => {
      const peer = await import_public(hex(point));
      const key = await import_private(alice.private_bytes);
      await promise_rejects_dom(t, "OperationError", bits(key, peer));
    },
    `OperationError for the public key ${statement}, of small order`,
    { requirements: ["x25519-zero"] },
  );
}

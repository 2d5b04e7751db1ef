// META: title=ECDH: deriveBits
// META: spec=https://w3c.github.io/webcrypto/#ecdh-operations-derive-bits
// META: spec=https://w3c.github.io/webcrypto/#dh-EcdhKeyDeriveParams
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-deriveBits
// META: script=../resources/helpers.js
// META: script=../resources/ec-keys.js
"use strict";

// RFC 5903, section 8.1 to 8.3: the initiator's key, the responder's public key, what they share.
const exchanges = {
  "P-256": {
    pkcs8: hex(`
      308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420c88f01f510d9ac3f
      70a292daa2316de544e9aab8afe84049c62a9c57862d1433a14403420004dad0b65394221cf9b051e1feca57
      87d098dfe637fc90b9ef945d0c37725811805271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e
      0577b8990bb3
    `),
    peer: hex(`
      04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf6356fbf3ca366cc23e815785
      4c13c58d6aac23f046ada30f8353e74f33039872ab
    `),
    secret: hex(`
      d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de
    `),
  },
  "P-384": {
    pkcs8: hex(`
      3081b6020100301006072a8648ce3d020106052b8104002204819e30819b0201010430099f3c7034d4a2c699
      884d73a375a67f7624ef7c6b3c0f160647b67414dce655e35b538041e649ee3faef896783ab194a164036200
      04667842d7d180ac2cde6f74f37551f55755c7645c20ef73e31634fe72b4c55ee6de3ac808acb4bdb4c88732
      aee95f41aa9482ed1fc0eeb9cafc4984625ccfc23f65032149e0e144ada024181535a0f38eeb9fcff3c2c947
      dae69b4c634573a81c
    `),
    peer: hex(`
      04e558dbef53eecde3d3fccfc1aea08a89a987475d12fd950d83cfa41732bc509d0d1ac43a0336def96fda41
      d0774a3571dcfbec7aacf3196472169e838430367f66eebe3c6e70c416dd5f0c68759dd1fff83fa40142209d
      ff5eaad96db9e6386c
    `),
    secret: hex(`
      11187331c279962d93d604243fd592cb9d0a926f422e47187521287e7156c5c4d603135569b9e9d09cf5d4a2
      70f59746
    `),
  },
  "P-521": {
    pkcs8: hex(`
      3081ee020100301006072a8648ce3d020106052b810400230481d63081d302010104420037ade9319a89f4da
      bdb3ef411aaccca5123c61acab57b5393dce47608172a095aa85a30fe1c2952c6771d937ba9777f5957b2639
      bab072462f68c27a57382d4a52a1818903818600040015417e84dbf28c0ad3c278713349dc7df153c897a189
      1bd98bab4357c9ecbee1e3bf42e00b8e380aeae57c2d107564941885942af5a7f4601723c4195d176ced3e01
      7cae20b6641d2eeb695786d8c946146239d099e18e1d5a514c739d7cb4a10ad8a788015ac405d7799dc75e7b
      7d5b6cf2261a6a7f1507438bf01beb6ca3926f9582
    `),
    peer: hex(`
      0400d0b3975ac4b799f5bea16d5e13e9af971d5e9b984c9f39728b5e5739735a219b97c356436adc6e95bb03
      52f6be64a6c2912d4ef2d0433ced2b6171640012d9460f015c68226383956e3bd066e797b623c27ce0eac2f5
      51a10c2c724d9852077b87220b6536c5c408a1d2aebb8e86d678ae49cb57091f4732296579ab44fcd17f0fc5
      6a
    `),
    secret: hex(`
      01144c7d79ae6956bc8edb8e7c787c4521cb086fa64407f97894e5e6b2d79b04d1427e73ca4baa240a347868
      59810c06b3c715a3a8cc3151f2bee417996d19f3ddea
    `),
  },
};

const { subtle } = globalThis.crypto ?? {};
const import_private = (curve, usages = ["deriveBits"]) => {
  const algorithm = { name: "ECDH", namedCurve: curve };
  return subtle.importKey("pkcs8", exchanges[curve].pkcs8, algorithm, false, usages);
};
const import_public = (curve) => {
  const algorithm = { name: "ECDH", namedCurve: curve };
  return subtle.importKey("raw", exchanges[curve].peer, algorithm, true, []);
};
async function derive(curve, ...length) {
  const algorithm = { name: "ECDH", public: await import_public(curve) };
  return subtle.deriveBits(algorithm, await import_private(curve), ...length);
}

for (const [curve, { secret }] of Object.entries(exchanges)) {
  const bits = 8 * secret.length;

  promise_test(
    async () => {
      assert_buffer(await derive(curve), secret);
    },
    `${curve}: without a length, the whole secret of ${bits} bits`,
    { requirements: ["ecdh-secret", "ecdh-length-null", "derive-bits-length-default"] },
  );

  promise_test(
    async () => {
      assert_buffer(await derive(curve, null), secret);
    },
    `${curve}: with the length null, the whole secret`,
    { requirements: ["ecdh-secret", "ecdh-length-null"] },
  );

  promise_test(
    async () => {
      assert_buffer(await derive(curve, bits), secret);
    },
    `${curve}: with the length of the secret, the whole secret`,
    { requirements: ["ecdh-secret", "derive-bits-result"] },
  );

  promise_test(
    async () => {
      assert_buffer(await derive(curve, 128), secret.subarray(0, 16));
    },
    `${curve}: with a shorter length, the beginning of the secret`,
    { requirements: ["ecdh-length-truncates"] },
  );

  promise_test(
    async () => {
      assert_buffer(await derive(curve, 0), new Uint8Array());
    },
    `${curve}: with the length 0, nothing`,
    { requirements: ["ecdh-length-truncates"] },
  );

  promise_test(
    async (t) => {
      const algorithm = { name: "ECDH", public: await import_public(curve) };
      const key = await import_private(curve);
      for (const length of [bits + 1, bits + 8, 2 * bits]) {
        const promise = subtle.deriveBits(algorithm, key, length);
        await promise_rejects_dom(t, "OperationError", promise, `${length} bits`);
      }
    },
    `${curve}: OperationError for a length over that of the secret`,
    { requirements: ["ecdh-length-too-long"] },
  );
}

// "A byte sequence containing the first length bits of secret": the bits left over are zero.
for (const [length, last] of [
  [1, 0x80],
  [4, 0xd0],
  [9, 0x80],
]) {
  promise_test(
    async () => {
      // The secret of P-256 begins with d6 84.
      const expected = length > 8 ? [0xd6, last] : [last];
      assert_buffer(await derive("P-256", length), expected);
    },
    `a length of ${length} bits gives them in ${Math.ceil(length / 8)} bytes, filled up with zeros`,
    { requirements: ["ecdh-length-truncates"] },
  );
}

// SEC 1, section 2.3.5: the x coordinate is as long as the field, zeros in front included.
promise_test(
  async () => {
    const peer = hex(`
      040dd2714567065c3a713c7415d968a2a552a242680918d279c6c9e148cf7b645d341ab5a4c6f9a12925577f4c
      10a18a07544d101728a3555698149ef5ae9cd9f5
    `);
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const algorithm = {
      name: "ECDH",
      public: await subtle.importKey("raw", peer, curve, true, []),
    };
    const key = await import_ec_private("ECDH", "P-256", ["deriveBits"]);
    const secret = hex("005a82ccf25fc2667292b668dcdf57c24358e8095c524035eb145d8a630e76c5");
    assert_buffer(await subtle.deriveBits(algorithm, key, null), secret, "null");
    assert_buffer(await subtle.deriveBits(algorithm, key, 256), secret, "256 bits");
    assert_buffer(await subtle.deriveBits(algorithm, key, 8), [0], "8 bits");
  },
  "a zero that the secret begins with is part of it",
  { requirements: ["ecdh-secret", "ecdh-length-null"] },
);

promise_test(
  async () => {
    const pair = (curve) =>
      subtle.generateKey({ name: "ECDH", namedCurve: curve }, false, ["deriveBits"]);
    for (const curve of Object.keys(exchanges)) {
      const [alice, bob] = await Promise.all([pair(curve), pair(curve)]);
      const shared = await subtle.deriveBits(
        { name: "ECDH", public: bob.publicKey },
        alice.privateKey,
        null,
      );
      const same = await subtle.deriveBits(
        { name: "ECDH", public: alice.publicKey },
        bob.privateKey,
        null,
      );
      assert_buffer(shared, same, curve);
    }
  },
  "both sides derive the same bits from generated keys",
  { requirements: ["ecdh-secret", "ec-generate-match"] },
);

rejection_table(
  [
    [
      "InvalidAccessError for a private key given as public",
      (k) => subtle.deriveBits({ name: "ECDH", public: k.private_key }, k.private_key, 128),
      "ecdh-public-type",
    ],
    [
      "InvalidAccessError for an extractable private key given as public",
      (k) => subtle.deriveBits({ name: "ECDH", public: k.extractable }, k.private_key, 128),
      "ecdh-public-type",
    ],
    [
      "deriveKey: InvalidAccessError for a private key given as public",
      (k) => {
        const aes = { name: "AES-GCM", length: 128 };
        const algorithm = { name: "ECDH", public: k.private_key };
        return subtle.deriveKey(algorithm, k.derive_key, aes, true, ["encrypt"]);
      },
      "ecdh-public-type",
    ],
    [
      "InvalidAccessError for a public key of another curve",
      (k) => subtle.deriveBits({ name: "ECDH", public: k.p384 }, k.private_key, 128),
      "ecdh-public-curve",
    ],
    [
      "InvalidAccessError for a public key of ECDSA",
      (k) => subtle.deriveBits({ name: "ECDH", public: k.ecdsa }, k.private_key, 128),
      "ecdh-public-algorithm",
    ],
    [
      "InvalidAccessError for a public key to derive from",
      (k) => subtle.deriveBits({ name: "ECDH", public: k.public_key }, k.public_key, 128),
      "ecdh-key-type",
    ],
    [
      "InvalidAccessError for a key with the usage deriveKey alone",
      (k) => subtle.deriveBits({ name: "ECDH", public: k.public_key }, k.derive_key, 128),
      "derive-bits-usage",
    ],
  ].map(([statement, call, requirement]) => [statement, "InvalidAccessError", call, [requirement]]),
  async () => ({
    private_key: await import_private("P-256"),
    extractable: await import_ec_private("ECDH", "P-256", ["deriveBits"]),
    derive_key: await import_private("P-256", ["deriveKey"]),
    public_key: await import_public("P-256"),
    p384: await import_public("P-384"),
    ecdsa: await import_ec_public("ECDSA", "P-256", ["verify"]),
  }),
);

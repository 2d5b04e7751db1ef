// META: title=RSA-OAEP: encrypt and decrypt
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-encrypt
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-operations-decrypt
// META: spec=https://w3c.github.io/webcrypto/#rsa-oaep-params
// META: script=../resources/helpers.js
// META: script=../resources/rsa-keys.js
"use strict";

const secret = ascii("a secret");
const label = ascii("label");
const oaep = { name: "RSA-OAEP" };
const private_key = (hash) => import_rsa_private("RSA-OAEP", ["decrypt"], hash);
const public_key = (hash) => import_rsa_public("RSA-OAEP", ["encrypt"], hash);
const decrypt = (key, data, parameters = {}) =>
  crypto.subtle.decrypt({ ...oaep, ...parameters }, key, data);

// "a secret", encrypted with another implementation for the same key.
const ciphertexts = {
  "SHA-1": hex(`
    9bdc91936815838a9fa27757e5467593355078eba1f634fdc6f60f836d696afa28c477d56b6411768f7b16a6
    45ec8fb8352a9affd87163df1fb8093372fdaff9c217819fcfa019dbe2a16199a67680488dd3bb6573be1087
    8cb2635d2e4df960f4b5fdc7bc3d3f73411b380947c4d6b2e56161118714db04a7518bf508210b9045f56650
    27b464092e617acd37adae2df838250910bfbe772151a3a36347c043d9da29701d8aa4c902b5986ce55f6f70
    85a2bf224641243d024f47b1ca876a2410b8bfac298362e367bcaea67bd0ae33d39626db940f7221b5859f25
    a9677f4974093d6d82fc727046171c81054f84e703d04648cec9a6a0e0f37d235b261d64
  `),
  "SHA-256": hex(`
    36cd2aa2a8204f4c3e1c030afaa98e2b3c22ca9a6452a8e4ac06ab5b0075ca77909f1446176322ccbb79525b
    090c34803b441c60cebe000e2df533da6ad5a0692048421ebccca4188a51e7e9ddbc7a1c18713c28fa150a47
    3bfde7ebd82761a95e85abc136a133ecdb25512158075fc1ef88163dffaeeaa78871604741f259109b788d88
    56f9afd4bdf458d8a40ed33b5f25630ac257c912e05d700b8b4ea8c94f61fd63671c80fce9a08e041088f37a
    ea130c99ca8f50763836e304643e07c70e76fdd75a93b6b31758e31bc732db25627d7bd863ffe96e6e67e8e5
    c51c44cf0143ab58d93d6319c7c54a6be869896bc6249694a4442155c1e5d18e8142cebb
  `),
  "SHA-384": hex(`
    7e4d561baca02ad6267e63efd309e9abfec24a97a46f6c6c2345aa302e4bf52370e3c426c790098467c15fea
    8b481d03791bb403e7870e13ba44fab18e560e4befe7b49e6d1f0e500ecffc32a35eb717ace6b6d886442fc8
    0156f30a3351db446bdcc1c80f54a0706239733815032b6309a455c0a4db45b141f233c2ccb8f89dec5baf01
    b2395cbeadda5a3569e04f8449ac99737c786773e19678bbbb67ffafc6e5ec60ed0dbc0e5dc49a0614a0aba3
    c4031c4cd82402c74c95247dbf182bbf1a63c0aba65c27db7bd790a5654f51fc113d37a0942dce4db79cf60e
    c6c82c7c577746cdc003a4b4b8d74544cc65c6ce4a0744ccfe433aa2da2bb2125cf13bd0
  `),
  "SHA-512": hex(`
    47146e206381bf363f9d711d99f4ad21289244acac049ae9cf823808144a4961582d93b59377055ef391c926
    0b4031782c3ebec34873f43ef4de5333032cad9895fcc30a743dc8ea06528cd6f212223ca67a96e3dd34066d
    159d6de9d556e0c5f502a7ce4fa9c30972df47bc961ce6d8a1e0233fbc1b1603e8d4dc5f6c3f434d79131447
    e2e70786e313f5a42dbbb2461e6f55ee5a306c7441bc04818c10e6380adc3abe3a4736aaffb7b8384d5d0b3c
    29b27693088fa058b7858a04929a4201d8a234e661644cf90c1d328d831985e8f49092336d5c793b68214d24
    ec03df4b60fc945ae833d262b337ebbec130d40d5eccaae4a7f512ce4949ecf9d3c94615
  `),
};
const labelled = hex(`
  a9988f27eaadbe046fd257c565b681ee03256f3a67742b0aae02f93d6a2bd2558841bbccf0c3d9deea08fe9c
  79275f7cd114af1296b15c8a8cd696d392224f82292a8aade39fc315616e98edc98ac867b90dc736d91fcc97
  033901bbe2630d43ac0797ef48efd9f5b450e7263fc557280ad5c83be9cc173e6ec68cdc5622532818b85b37
  4612fcbec63d3b7b2a4959aa290e2aa66d6c0149c042b4a6dd788353fbffc76ab6ba7ac9635a215208c926f6
  bd15e39218d21bf5ac12a5426b98857a5152a085258316b09f99a2ae8bc6c33ce6623334723653d053e11bed
  96d8e5a35068b71b394d81a14d8b65123d23ee4ae095736103f717749f7dbb4aab580a03
`);

for (const [hash, ciphertext] of Object.entries(ciphertexts)) {
  promise_test(
    async () => {
      assert_buffer(await decrypt(await private_key(hash), ciphertext), secret);
    },
    `decrypts with ${hash}`,
    { requirements: ["oaep-decrypt"] },
  );

  promise_test(
    async () => {
      const ciphertext = await crypto.subtle.encrypt(oaep, await public_key(hash), secret);
      assert_equals(ciphertext.byteLength, 256);
      assert_buffer(await decrypt(await private_key(hash), ciphertext), secret);
    },
    `decrypts what it encrypted with ${hash}`,
    { requirements: ["oaep-encrypt", "oaep-decrypt", "encrypt-result", "decrypt-result"] },
  );
}

promise_test(
  async () => {
    assert_buffer(await decrypt(await private_key(), labelled, { label }), secret);
  },
  "decrypts with a label",
  { requirements: ["oaep-label"] },
);

promise_test(
  async () => {
    const ciphertext = await crypto.subtle.encrypt({ ...oaep, label }, await public_key(), secret);
    assert_buffer(await decrypt(await private_key(), ciphertext, { label }), secret);
  },
  "decrypts what it encrypted with a label",
  { requirements: ["oaep-label"] },
);

promise_test(
  async () => {
    const parameters = { label: new Uint8Array() };
    assert_buffer(await decrypt(await private_key(), ciphertexts["SHA-256"], parameters), secret);
  },
  "no label and an empty label are the same",
  { requirements: ["oaep-label"] },
);

promise_test(
  async () => {
    const ciphertext = await crypto.subtle.encrypt("RSA-OAEP", await public_key(), secret);
    assert_buffer(await crypto.subtle.decrypt("RSA-OAEP", await private_key(), ciphertext), secret);
  },
  "the algorithm may be given by its name alone",
  { requirements: ["normalize-string"] },
);

promise_test(
  async () => {
    const key = await public_key();
    const first = await crypto.subtle.encrypt(oaep, key, secret);
    const second = await crypto.subtle.encrypt(oaep, key, secret);
    assert_not_equals(to_hex(first), to_hex(second));
  },
  "two ciphertexts of the same plaintext differ",
  { requirements: ["oaep-encrypt-random"] },
);

promise_test(
  async () => {
    const ciphertext = await crypto.subtle.encrypt(oaep, await public_key(), new Uint8Array());
    assert_buffer(await decrypt(await private_key(), ciphertext), new Uint8Array());
  },
  "encrypts an empty plaintext",
  { requirements: ["oaep-encrypt"] },
);

promise_test(
  async () => {
    const empty = { name: "RSA-OAEP", label: new Uint8Array() };
    const ciphertext = await crypto.subtle.encrypt(empty, await public_key(), secret);
    assert_buffer(await decrypt(await private_key(), ciphertext), secret);
  },
  "encrypts with an empty label, which is the same as none",
  { requirements: ["oaep-label"] },
);

// RFC 8017, section 7.1.1: mLen > k - 2hLen - 2 is an error; k is 256 bytes here.
for (const [hash, longest] of [
  ["SHA-1", 214],
  ["SHA-256", 190],
  ["SHA-512", 126],
]) {
  promise_test(
    async () => {
      const plaintext = repeated(0x5a, longest);
      const ciphertext = await crypto.subtle.encrypt(oaep, await public_key(hash), plaintext);
      assert_buffer(await decrypt(await private_key(hash), ciphertext), plaintext);
    },
    `${hash}: encrypts ${longest} bytes`,
    { requirements: ["oaep-encrypt"] },
  );

  promise_test(
    async (t) => {
      const plaintext = repeated(0x5a, longest + 1);
      const promise = crypto.subtle.encrypt(oaep, await public_key(hash), plaintext);
      await promise_rejects_dom(t, "OperationError", promise);
    },
    `${hash}: OperationError for ${longest + 1} bytes of plaintext`,
    { requirements: ["oaep-encrypt-too-long"] },
  );
}

promise_test(
  async () => {
    const key = await private_key();
    const data = new Uint8Array(labelled);
    const own_label = new Uint8Array(label);
    const promise = decrypt(key, data, { label: own_label });
    data.fill(0);
    own_label.fill(0);
    assert_buffer(await promise, secret);
  },
  "a change of the data or the label after the call has no effect",
  { requirements: ["decrypt-data-copied", "normalize-buffer-copied"] },
);

const sha256 = ciphertexts["SHA-256"];
rejection_table(
  [
    ["a bit of the ciphertext is changed", (key) => decrypt(key, flipped(sha256, -1))],
    ["the label is missing", (key) => decrypt(key, labelled)],
    ["the label is another", (key) => decrypt(key, labelled, { label: ascii("Label") })],
    ["there was no label", (key) => decrypt(key, sha256, { label })],
    ["the hash was another", (key) => decrypt(key, ciphertexts["SHA-384"])],
    ["the ciphertext is cut by one byte", (key) => decrypt(key, sha256.subarray(0, 255))],
    ["the ciphertext has a byte more", (key) => decrypt(key, concat(sha256, [0]))],
    ["the ciphertext has a zero before it", (key) => decrypt(key, concat([0], sha256))],
    ["the ciphertext is empty", (key) => decrypt(key, new Uint8Array())],
    ["the ciphertext is not less than the modulus", (key) => decrypt(key, repeated(0xff, 256))],
  ].map(([statement, call]) => [
    `decrypt: OperationError if ${statement}`,
    "OperationError",
    call,
    ["oaep-decrypt-failure"],
  ]),
  private_key,
);

rejection_table(
  [
    [
      "encrypt: InvalidAccessError for a private key",
      "InvalidAccessError",
      (keys) => crypto.subtle.encrypt(oaep, keys.private_key, secret),
      ["oaep-encrypt-key-type"],
    ],
    [
      "decrypt: InvalidAccessError for a public key",
      "InvalidAccessError",
      (keys) => crypto.subtle.decrypt(oaep, keys.public_key, sha256),
      ["oaep-decrypt-key-type"],
    ],
  ],
  async () => ({ public_key: await public_key(), private_key: await private_key() }),
);

// META: title=HMAC: sign and verify
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-sign
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-verify
// META: script=../resources/helpers.js
"use strict";

function import_key(hash, bytes, usages = ["sign", "verify"]) {
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash }, true, usages);
}

// RFC 4231, section 4.2 to 4.8, without the truncated test case 5; RFC 2202, section 3, for SHA-1.
const larger_key = ascii("Test Using Larger Than Block-Size Key - Hash Key First");
const larger_data = ascii(
  "This is a test using a larger than block-size key and a larger than block-size data. " +
    "The key needs to be hashed before being used by the HMAC algorithm.",
);
const cases = {
  "a key of 20 bytes": [repeated(0x0b, 20), ascii("Hi There")],
  "a key shorter than the digest": [ascii("Jefe"), ascii("what do ya want for nothing?")],
  "20 bytes of key and 50 of data": [repeated(0xaa, 20), repeated(0xdd, 50)],
  "a key of 25 bytes": [Uint8Array.from({ length: 25 }, (_, i) => i + 1), repeated(0xcd, 50)],
  "a key of 80 bytes": [repeated(0xaa, 80), larger_key],
  "a key of 131 bytes": [repeated(0xaa, 131), larger_key],
  "a key and data of many bytes": [repeated(0xaa, 131), larger_data],
};
const answers = {
  "SHA-1": {
    "a key of 20 bytes": "b617318655057264e28bc0b6fb378c8ef146be00",
    "a key shorter than the digest": "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "20 bytes of key and 50 of data": "125d7342b9ac11cd91a39af48aa17b4f63f175d3",
    "a key of 25 bytes": "4c9007f4026250c6bc8414f9bf50c86c2d7235da",
    "a key of 80 bytes": "aa4ae5e15272d00e95705637ce8a3b55ed402112",
  },
  "SHA-256": {
    "a key of 20 bytes": "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "a key shorter than the digest":
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "20 bytes of key and 50 of data":
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
    "a key of 25 bytes": "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
    "a key of 131 bytes": "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    "a key and data of many bytes":
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
  },
  "SHA-384": {
    "a key of 20 bytes": `
      afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59c
      faea9ea9076ede7f4af152e8b2fa9cb6
    `,
    "a key shorter than the digest": `
      af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e
      8e2240ca5e69e2c78b3239ecfab21649
    `,
    "20 bytes of key and 50 of data": `
      88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b
      2a5ab39dc13814b94e3ab6e101a34f27
    `,
    "a key of 25 bytes": `
      3e8a69b7783c25851933ab6290af6ca77a9981480850009cc5577c6e1f573b4e
      6801dd23c4a7d679ccf8a386c674cffb
    `,
    "a key of 131 bytes": `
      4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c6
      0c2ef6ab4030fe8296248df163f44952
    `,
    "a key and data of many bytes": `
      6617178e941f020d351e2f254e8fd32c602420feb0b8fb9adccebb82461e99c5
      a678cc31e799176d3860e6110c46523e
    `,
  },
  "SHA-512": {
    "a key of 20 bytes": `
      87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde
      daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854
    `,
    "a key shorter than the digest": `
      164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554
      9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737
    `,
    "20 bytes of key and 50 of data": `
      fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39
      bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb
    `,
    "a key of 25 bytes": `
      b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db
      a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd
    `,
    "a key of 131 bytes": `
      80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352
      6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598
    `,
    "a key and data of many bytes": `
      e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944
      b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58
    `,
  },
};
for (const [hash, macs] of Object.entries(answers)) {
  for (const [name, mac] of Object.entries(macs)) {
    promise_test(
      async () => {
        const [bytes, data] = cases[name];
        const key = await import_key(hash, bytes);
        assert_buffer(await crypto.subtle.sign("HMAC", key, data), hex(mac));
        assert_true(await crypto.subtle.verify("HMAC", key, hex(mac), data), "verifies");
      },
      `${hash} with ${name}`,
      { requirements: ["hmac-sign", "hmac-verify"] },
    );
  }
}

const data = ascii("what do ya want for nothing?");
const mac = hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
const jefe = () => import_key("SHA-256", ascii("Jefe"));

const wrong_macs = {
  "with its first bit changed": flipped(mac, 0),
  "with its last bit changed": flipped(mac, -1),
  "cut by one byte": mac.subarray(0, 31),
  "with one byte more": concat(mac, [0]),
  "that is empty": new Uint8Array(),
};
for (const [statement, wrong] of Object.entries(wrong_macs)) {
  promise_test(
    async () => {
      assert_false(await crypto.subtle.verify("HMAC", await jefe(), wrong, data));
    },
    `verify gives false for a signature ${statement}`,
    { requirements: ["hmac-verify-false"] },
  );
}

promise_test(
  async () => {
    assert_false(await crypto.subtle.verify("HMAC", await jefe(), mac, flipped(data, 3)));
  },
  "verify gives false for other data",
  { requirements: ["hmac-verify-false"] },
);

promise_test(
  async () => {
    const key = await import_key("SHA-256", ascii("jefe"));
    assert_false(await crypto.subtle.verify("HMAC", key, mac, data));
  },
  "verify gives false with another key",
  { requirements: ["hmac-verify-false"] },
);

promise_test(
  async () => {
    const key = await import_key("SHA-384", ascii("Jefe"));
    assert_false(await crypto.subtle.verify("HMAC", key, mac, data));
  },
  "verify gives false with a key of another hash",
  { requirements: ["hmac-verify-false"] },
);

promise_test(
  async () => {
    const padded = concat(ascii("Jefe"), new Uint8Array(4));
    const key = await import_key("SHA-256", padded);
    assert_buffer(await crypto.subtle.sign("HMAC", key, data), mac);
  },
  "a key shorter than a block is the same as with zeros after it",
  { requirements: ["hmac-sign"] },
);

promise_test(
  async () => {
    assert_buffer(
      await crypto.subtle.sign({ name: "hmac", hash: "SHA-1" }, await jefe(), data),
      mac,
    );
  },
  "the hash is that of the key, whatever the algorithm given to sign says",
  { requirements: ["hmac-sign-key-hash"] },
);

promise_test(
  async () => {
    const algorithm = { name: "HMAC", hash: "SHA-1" };
    assert_true(await crypto.subtle.verify(algorithm, await jefe(), mac, data));
  },
  "the hash is that of the key, whatever the algorithm given to verify says",
  { requirements: ["hmac-sign-key-hash"] },
);

promise_test(
  async () => {
    const key = await import_key("SHA-256", new Uint8Array(1));
    const expected = hex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
    assert_buffer(await crypto.subtle.sign("HMAC", key, new Uint8Array()), expected);
  },
  "signs empty data",
  { requirements: ["hmac-sign"] },
);

promise_test(
  async () => {
    const key = await jefe();
    const copy = new Uint8Array(data);
    const promise = crypto.subtle.sign("HMAC", key, copy);
    copy.fill(0);
    assert_buffer(await promise, mac);
  },
  "a change of the data after the call of sign has no effect",
  { requirements: ["sign-data-copied"] },
);

promise_test(
  async () => {
    const key = await jefe();
    const data_copy = new Uint8Array(data);
    const mac_copy = new Uint8Array(mac);
    const promise = crypto.subtle.verify("HMAC", key, mac_copy, data_copy);
    data_copy.fill(0);
    mac_copy.fill(0);
    assert_true(await promise);
  },
  "a change of the data or the signature after the call of verify has no effect",
  { requirements: ["verify-data-copied"] },
);

promise_test(
  async () => {
    const bytes = ascii("Jefe");
    const promise = import_key("SHA-256", bytes);
    bytes.fill(0);
    assert_buffer(await crypto.subtle.sign("HMAC", await promise, data), mac);
  },
  "a change of the key's bytes after the call of importKey has no effect",
  { requirements: ["import-data-copied"] },
);

promise_test(
  async () => {
    const surrounded = concat([1, 2, 3], data, [4, 5]);
    const view = surrounded.subarray(3, 3 + data.length);
    assert_buffer(await crypto.subtle.sign("HMAC", await jefe(), view), mac);
  },
  "signs the bytes of a view, not of its buffer",
  { requirements: ["buffer-source-bytes"] },
);

// META: title=ECDSA: sign and verify
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-sign
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-verify
// META: script=../resources/helpers.js
// META: script=../resources/ec-keys.js
"use strict";

const data = ascii("sample");
const ecdsa = (hash) => ({ name: "ECDSA", hash });
const private_key = (curve) => import_ec_private("ECDSA", curve, ["sign"]);
const public_key = (curve) => import_ec_public("ECDSA", curve, ["verify"]);

// RFC 6979, appendix A.2.5 to A.2.7: the message "sample". A signature is r and s, each in as many
// bytes as the order of the curve: 32, 48 and 66.
const signatures = {
  "P-256": {
    "SHA-1": hex(`
      61340c88c3aaebeb4f6d667f672ca9759a6ccaa9fa8811313039ee4a35471d32
      6d7f147dac089441bb2e2fe8f7a3fa264b9c475098fdcf6e00d7c996e1b8b7eb
    `),
    "SHA-256": hex(`
      efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716
      f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8
    `),
    "SHA-384": hex(`
      0eafea039b20e9b42309fb1d89e213057cbf973dc0cfc8f129edddc800ef7719
      4861f0491e6998b9455193e34e7b0d284ddd7149a74b95b9261f13abde940954
    `),
    "SHA-512": hex(`
      8496a60b5e9b47c825488827e0495b0e3fa109ec4568fd3f8d1097678eb97f00
      2362ab1adbe2b8adf9cb9edab740ea6049c028114f2460f96554f61fae3302fe
    `),
  },
  "P-384": {
    "SHA-1": hex(`
      ec748d839243d6fbef4fc5c4859a7dffd7f3abddf72014540c16d73309834fa37b9ba002899f6fda3a4a9386
      790d4eb2
      a3bcfa947beef4732bf247ac17f71676cb31a847b9ff0cbc9c9ed4c1a5b3facf26f49ca031d4857570ccb5ca
      4424a443
    `),
    "SHA-256": hex(`
      21b13d1e013c7fa1392d03c5f99af8b30c570c6f98d4ea8e354b63a21d3daa33bde1e888e63355d92fa2b3c3
      6d8fb2cd
      f3aa443fb107745bf4bd77cb3891674632068a10ca67e3d45db2266fa7d1feebefdc63eccd1ac42ec0cb8668
      a4fa0ab0
    `),
    "SHA-384": hex(`
      94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e
      80fabe46
      99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a
      38628ac8
    `),
    "SHA-512": hex(`
      ed0959d5880ab2d869ae7f6c2915c6d60f96507f9cb3e047c0046861da4a799cfe30f35cc900056d7c99cd78
      82433709
      512c8cceee3890a84058ce1e22dbc2198f42323ce8aca9135329f03c068e5112dc7cc3ef3446defceb01a45c
      2667fdd5
    `),
  },
  "P-521": {
    "SHA-1": hex(`
      00343b6ec45728975ea5cba6659bbb6062a5ff89eea58be3c80b619f322c87910fe092f7d45bb0f8eee01ed3
      f20babec079d202ae677b243ab40b5431d497c55d75d
      00e7b0e675a9b24413d448b8cc119d2bf7b2d2df032741c096634d6d65d0dbe3d5694625fb9e8104d3b842c1
      b0e2d0b98bea19341e8676aef66ae4eba3d5475d5d16
    `),
    "SHA-256": hex(`
      01511bb4d675114fe266fc4372b87682baecc01d3cc62cf2303c92b3526012659d16876e25c7c1e57648f23b
      73564d67f61c6f14d527d54972810421e7d87589e1a7
      004a171143a83163d6df460aaf61522695f207a58b95c0644d87e52aa1a347916e4f7a72930b1bc06dbe22ce
      3f58264afd23704cbb63b29b931f7de6c9d949a7ecfc
    `),
    "SHA-384": hex(`
      01ea842a0e17d2de4f92c15315c63ddf72685c18195c2bb95e572b9c5136ca4b4b576ad712a52be9730627d1
      6054ba40cc0b8d3ff035b12ae75168397f5d50c67451
      01f21a3cee066e1961025fb048bd5fe2b7924d0cd797babe0a83b66f1e35eeaf5fde143fa85dc394a7dee766
      523393784484bdf3e00114a1c857cde1aa203db65d61
    `),
    "SHA-512": hex(`
      00c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f174e25a1ee9017b5d450606a
      dd152b534931d7d4e8455cc91f9b15bf05ec36e377fa
      00617cce7cf5064806c467f678d3b4080d6f1cc50af26ca209417308281b68af282623eaa63e5b5c0723d8b8
      c37ff0777b1a20f8ccb1dccc43997f1ee0e44da4a67a
    `),
  },
};
const lengths = { "P-256": 64, "P-384": 96, "P-521": 132 };

for (const [curve, row] of Object.entries(signatures)) {
  for (const [hash, signature] of Object.entries(row)) {
    promise_test(
      async () => {
        const key = await public_key(curve);
        assert_true(await crypto.subtle.verify(ecdsa(hash), key, signature, data));
      },
      `${curve}: verifies with ${hash}`,
      { requirements: ["ecdsa-verify", "verify-result"] },
    );
  }

  promise_test(
    async () => {
      const key = await public_key(curve);
      for (const hash of ["SHA-1", "SHA-256", "SHA-384", "SHA-512"]) {
        const made = await crypto.subtle.sign(ecdsa(hash), await private_key(curve), data);
        assert_true(made instanceof ArrayBuffer);
        assert_equals(made.byteLength, lengths[curve], `length with ${hash}`);
        assert_true(await crypto.subtle.verify(ecdsa(hash), key, made, data), hash);
      }
    },
    `${curve}: verifies what it signed, ${lengths[curve]} bytes`,
    { requirements: ["ecdsa-sign", "ecdsa-sign-format", "sign-result"] },
  );

  const signature = row["SHA-256"];
  const half = signature.length / 2;
  const wrong = {
    "with r changed": flipped(signature, half - 1),
    "with s changed": flipped(signature, -1),
    "of another hash": row["SHA-512"],
    "cut by one byte": signature.subarray(0, signature.length - 1),
    "with one byte more": concat(signature, [0]),
    "that is empty": new Uint8Array(),
    "with r and s exchanged": concat(signature.subarray(half), signature.subarray(0, half)),
    "with r zero": concat(new Uint8Array(half), signature.subarray(half)),
    "with s zero": concat(signature.subarray(0, half), new Uint8Array(half)),
    "with r and s of ones": repeated(0xff, signature.length),
  };
  for (const [statement, bytes] of Object.entries(wrong)) {
    promise_test(
      async () => {
        const key = await public_key(curve);
        assert_false(await crypto.subtle.verify(ecdsa("SHA-256"), key, bytes, data));
      },
      `${curve}: verify gives false for a signature ${statement}`,
      { requirements: ["ecdsa-verify-false"] },
    );
  }
}

const p256 = signatures["P-256"]["SHA-256"];

promise_test(
  async () => {
    const key = await public_key("P-256");
    assert_false(await crypto.subtle.verify(ecdsa("SHA-256"), key, p256, ascii("Sample")));
  },
  "verify gives false for other data",
  { requirements: ["ecdsa-verify-false"] },
);

promise_test(
  async () => {
    // The same r and s in DER, which other interfaces use.
    const der = concat(hex("3046022100"), p256.subarray(0, 32), hex("022100"), p256.subarray(32));
    const key = await public_key("P-256");
    assert_false(await crypto.subtle.verify(ecdsa("SHA-256"), key, der, data));
  },
  "verify gives false for a signature in DER",
  { requirements: ["ecdsa-verify-false"] },
);

promise_test(
  async () => {
    const key = await public_key("P-384");
    assert_false(await crypto.subtle.verify(ecdsa("SHA-256"), key, p256, data));
  },
  "verify gives false for a signature of another curve's length",
  { requirements: ["ecdsa-verify-false"] },
);

promise_test(
  async () => {
    const key = await private_key("P-256");
    const copy = new Uint8Array(data);
    const promise = crypto.subtle.sign(ecdsa("SHA-256"), key, copy);
    copy.fill(0);
    const made = await promise;
    const verifier = await public_key("P-256");
    assert_true(await crypto.subtle.verify(ecdsa("SHA-256"), verifier, made, data));
  },
  "a change of the data after the call of sign has no effect",
  { requirements: ["sign-data-copied"] },
);

promise_test(
  async () => {
    const key = await public_key("P-256");
    const data_copy = new Uint8Array(data);
    const signature_copy = new Uint8Array(p256);
    const promise = crypto.subtle.verify(ecdsa("SHA-256"), key, signature_copy, data_copy);
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
      (keys) => crypto.subtle.sign(ecdsa("SHA-256"), keys.public_key, data),
      ["ecdsa-sign-key-type"],
    ],
    [
      "verify: InvalidAccessError for a private key",
      "InvalidAccessError",
      (keys) => crypto.subtle.verify(ecdsa("SHA-256"), keys.private_key, p256, data),
      ["ecdsa-verify-key-type"],
    ],
    [
      "sign: NotSupportedError for an unknown hash",
      "NotSupportedError",
      (keys) => crypto.subtle.sign(ecdsa("MD5"), keys.private_key, data),
      ["normalize-hash-unknown"],
    ],
  ],
  async () => ({
    public_key: await public_key("P-256"),
    private_key: await private_key("P-256"),
  }),
);

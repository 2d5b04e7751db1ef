// META: title=RSA-PSS: sign and verify
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-sign
// META: spec=https://w3c.github.io/webcrypto/#rsa-pss-operations-verify
// META: script=../resources/helpers.js
// META: script=../resources/rsa-keys.js
"use strict";

const data = ascii("a message signed with RSA");
const pss = (saltLength) => ({ name: "RSA-PSS", saltLength });
const private_key = (hash) => import_rsa_private("RSA-PSS", ["sign"], hash);
const public_key = (hash) => import_rsa_public("RSA-PSS", ["verify"], hash);

// Without a salt the scheme has no randomness. Made with another implementation from the same key.
const unsalted = {
  "SHA-1": hex(`
    8b833fe34aa63c3d64e5ede27d551bd5c9d7cc75f484090eda77c77a06fd55fd18054883d521dcd5f9115882
    8c84f49c510ce44aa4169511db1fcfaee05a9c3bb846e3abf9e5679ae870cd9259902206addb0e6dd72d66c1
    2d5f991bb5c21bf25e7d7e3a39d626c78160e4a4b64b17ca7b8cf21194cc9af422ec8fc27d937c943b7e2d80
    582a29a190c8ebed10be36d969b0f94626fc62d5d460a5aeee36f921e3043a7f7356c4be55ea68d960f66a7b
    65416363de633b14322d921f409534f00fc77ecd41d6f42837af96a1cccbe524072e49bd423de7fbff527112
    d911bd9c36bf12db4bd8b3a5da3bffec9995d131d66920d280d4744e0e1d9c5c05339863
  `),
  "SHA-256": hex(`
    a717bce96976105788734e56b698a5e147683fd5aa31e3e1dabe8f1bbbc0567e713f6ca2629d82fbd9e06f76
    36f0123c8f0cb9e850c13b06c0753cab390d8525b517e6f601b5431768e76e3fae0ac22a4d95d93b221b2ef1
    e6a6bcf8414efb9d182333b44d02228b148ba23f1a1b410f54c7bf3ef60cbc06056675013ebc24c02d3d607e
    a3d95524edfaebb76d4a28633908f69103dc27ad6717509445b2c6efb40dda21a2ffc433660366fe9d98be53
    d46812636faa4f82a478ca0c0643c29585f5978edf51d73826cc4168ebf5e8d0c630ad4fde7484f584c76fca
    154d9ec433ab6baeaf834c0445e4acceccdfae651e7a7f3ab4fdb3237b69ee7eb1a2cf1f
  `),
  "SHA-384": hex(`
    9cd9ed8b7f2c87b5a6fc73e7e4fc7eda30c5f13e152454368b74e39ad9342168a9a295a6145aaacc7f15028c
    f70a595d69d5622d476d01ee809b45701015b7621edad9e77b7650b6446a5aa66f05f87648f84af921d877e5
    3332ba35b7929105ee395d18d5d4dbfa267c0694756f416a54ba78cff24e61b74e28b07bdebe3eab8188ae2e
    1be5c6f1b4469df07847eadf0b55140332af5c4a7c2b730cc88f87620ad09538d9c447ed8518a0e99fd73d1c
    2fa6fbc0930c4374c62ca2a18b72b726c267f706696352afa76dad24a16d2cec10b2060ea01d77c63df37ce1
    3b1e1190f5ab56b72630589401daa28a48f455bfd6cd0040656d240116111b489e0d0ee8
  `),
  "SHA-512": hex(`
    47e1c6e416e0931bf4d94e87ce879337d3f9996835c40782b64c91db3405d6eb2a7db50b8be3af0b5adc6ce9
    130ae1297fdb3acdd7390c22fe13cefea98b32601526c46b1d10629e8f500d97dd00549c67fd6d177ccc7a6e
    66cb96fd4f7d051f82ac73e35dd3638a012eded63e66474782aafc48f2464776513c9b9bf58183f367252c70
    ccb166aa88fb457f7f7147bc72416a1981463be32962418b14f17c9a5da7e75f2f3a6df8757d3632f210f716
    9637c368644bac7523c857c49bef6c9e43a5a5952f12962d0e4a7236fbc45ef6f3d0ee9ca5ea4ecb503abff8
    781f7d7924cb47afa8d29a648ed734464162accf145721d257004e788e695d7daa2c9938
  `),
};

for (const [hash, signature] of Object.entries(unsalted)) {
  promise_test(
    async () => {
      assert_buffer(await crypto.subtle.sign(pss(0), await private_key(hash), data), signature);
    },
    `signs with ${hash} and no salt`,
    { requirements: ["pss-sign"] },
  );

  promise_test(
    async () => {
      assert_true(await crypto.subtle.verify(pss(0), await public_key(hash), signature, data));
    },
    `verifies with ${hash} and no salt`,
    { requirements: ["pss-verify"] },
  );
}

// Made with another implementation from the same key: SHA-256 and a salt of 32 bytes.
const salted = hex(`
  2d80fbdc03a48dd30727d832bb07f3d53f8fa9f4c2edf6ad17e412fc32dc7c0becd6f9f1796c0b9dc704babf
  36c4014ade3639495d2fa7936f0ed0850c327388c87072109fadfe674cfcb39712943d1be1589a4412ca79aa
  4a628f4f7d5999b2a4b6bfd553c76fca6b2f6ea253118a98f94af7740d713f845152d60816600f245c920153
  553ebf827e4edf6d9d9f91f73bb789c943ff534646db6450f54003caa735e74900a0f4cd7924520dd35c58a3
  2e10606aa1d99121fa41405a84ed1e6e4315124ff803a12508bb29d01cb5202baf9e1fe45b5cb0cd87ce3869
  e09726d7278ad1b300bf726193b032e550f9ed0fa54357f3a9afd7bca58c2f8498491ea5
`);

promise_test(
  async () => {
    assert_true(await crypto.subtle.verify(pss(32), await public_key(), salted, data));
  },
  "verifies with SHA-256 and a salt of 32 bytes",
  { requirements: ["pss-verify"] },
);

for (const saltLength of [0, 31, 33, 64]) {
  promise_test(
    async () => {
      assert_false(await crypto.subtle.verify(pss(saltLength), await public_key(), salted, data));
    },
    `verify gives false if the salt has 32 bytes and saltLength is ${saltLength}`,
    { requirements: ["pss-verify-salt"] },
  );
}

const wrong = {
  "with its first bit changed": flipped(salted, 0),
  "with its last bit changed": flipped(salted, -1),
  "cut by one byte": salted.subarray(0, 255),
  "with a zero before it": concat([0], salted),
  "that is empty": new Uint8Array(),
  "of ones": repeated(0xff, 256),
};
for (const [statement, bytes] of Object.entries(wrong)) {
  promise_test(
    async () => {
      assert_false(await crypto.subtle.verify(pss(32), await public_key(), bytes, data));
    },
    `verify gives false for a signature ${statement}`,
    { requirements: ["pss-verify-false"] },
  );
}

promise_test(
  async () => {
    const other = flipped(data, 0);
    assert_false(await crypto.subtle.verify(pss(32), await public_key(), salted, other));
  },
  "verify gives false for other data",
  { requirements: ["pss-verify-false"] },
);

promise_test(
  async () => {
    const key = await public_key("SHA-1");
    assert_false(await crypto.subtle.verify(pss(32), key, salted, data));
  },
  "verify gives false with a key of another hash",
  { requirements: ["pss-verify-false"] },
);

// 222 bytes are all that a modulus of 256 bytes has room for beside SHA-256 and two more bytes.
for (const saltLength of [1, 20, 222]) {
  promise_test(
    async () => {
      const signature = await crypto.subtle.sign(pss(saltLength), await private_key(), data);
      assert_true(await crypto.subtle.verify(pss(saltLength), await public_key(), signature, data));
    },
    `verifies what it signed with a salt of ${saltLength} bytes`,
    { requirements: ["pss-sign"] },
  );
}

promise_test(
  async () => {
    const key = await private_key();
    const first = await crypto.subtle.sign(pss(32), key, data);
    const second = await crypto.subtle.sign(pss(32), key, data);
    assert_not_equals(to_hex(first), to_hex(second));
  },
  "two signatures with a salt differ",
  { requirements: ["pss-sign-random"] },
);

promise_test(
  async (t) => {
    const promise = crypto.subtle.sign(pss(223), await private_key(), data);
    await promise_rejects_dom(t, "OperationError", promise);
  },
  "sign: OperationError for a salt the modulus has no room for",
  { requirements: ["pss-sign-too-long"] },
);

promise_test(
  async () => {
    const key = await private_key();
    const copy = new Uint8Array(data);
    const promise = crypto.subtle.sign(pss(0), key, copy);
    copy.fill(0);
    assert_buffer(await promise, unsalted["SHA-256"]);
  },
  "a change of the data after the call has no effect",
  { requirements: ["sign-data-copied"] },
);

rejection_table(
  [
    [
      "sign: InvalidAccessError for a public key",
      "InvalidAccessError",
      (keys) => crypto.subtle.sign(pss(32), keys.public_key, data),
      ["pss-sign-key-type"],
    ],
    [
      "verify: InvalidAccessError for a private key",
      "InvalidAccessError",
      (keys) => crypto.subtle.verify(pss(32), keys.private_key, salted, data),
      ["pss-verify-key-type"],
    ],
  ],
  async () => ({ public_key: await public_key(), private_key: await private_key() }),
);

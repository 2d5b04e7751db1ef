// META: title=AES-CBC: encrypt and decrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-encrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-decrypt
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
"use strict";

const iv = hex("000102030405060708090a0b0c0d0e0f");
const cbc = { name: "AES-CBC", iv };
const key_of = (bits = 128, usages) => import_aes("AES-CBC", bits, usages);
const encrypt = (key, data, algorithm = cbc) => crypto.subtle.encrypt(algorithm, key, data);
const decrypt = (key, data, algorithm = cbc) => crypto.subtle.decrypt(algorithm, key, data);

// SP 800-38A, section F.2.1, F.2.3 and F.2.5. The last block, which is the encrypted padding, is
// not in the publication.
const answers = {
  128: `
    7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2
    73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7
    8cb82807230e1321d3fae00d18cc2012
  `,
  192: `
    4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a
    571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd
    612ccd79224b350935d45dd6a98f8176
  `,
  256: `
    f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d
    39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b
    3f461796d6b0d6b2e0c2a72b4d80e644
  `,
};
for (const [bits, answer] of Object.entries(answers)) {
  promise_test(
    async () => {
      assert_buffer(await encrypt(await key_of(bits), sp800_38a_plaintext), hex(answer));
    },
    `encrypts the four blocks of SP 800-38A with a key of ${bits} bits`,
    { requirements: ["cbc-encrypt", "encrypt-result"] },
  );

  promise_test(
    async () => {
      assert_buffer(await decrypt(await key_of(bits), hex(answer)), sp800_38a_plaintext);
    },
    `decrypts the four blocks of SP 800-38A with a key of ${bits} bits`,
    { requirements: ["cbc-decrypt", "decrypt-result"] },
  );
}

// PKCS #7 padding: always between 1 and 16 bytes. The plaintext of n bytes is 0, 1, 2 ... n - 1.
const padded = [
  [0, "c84af0b613435d5d9182801a9bd9320b"],
  [1, "340f1217405b878d0473c87dc8caa8ee"],
  [15, "861c5964e3c9dc95c6303f12bad10d9c"],
  [16, "7df76b0c1ab899b33e42f047b91b546fd41865c709967b7be12a33cc2251d389"],
  [17, "7df76b0c1ab899b33e42f047b91b546fd57997d82e386c960d98a99ad7d62e0a"],
];
for (const [length, answer] of padded) {
  const plaintext = Uint8Array.from({ length }, (_, i) => i);
  promise_test(
    async () => {
      assert_buffer(await encrypt(await key_of(), plaintext), hex(answer));
    },
    `pads ${length} bytes to ${answer.length / 2}`,
    { requirements: ["cbc-encrypt"] },
  );

  promise_test(
    async () => {
      assert_buffer(await decrypt(await key_of(), hex(answer)), plaintext);
    },
    `takes the padding away and leaves ${length} bytes`,
    { requirements: ["cbc-decrypt"] },
  );
}

promise_test(
  async () => {
    const other = { name: "AES-CBC", iv: flipped(iv, 0) };
    const plain = await decrypt(await key_of(), hex(answers[128]), other);
    assert_buffer(plain, flipped(sp800_38a_plaintext, 0));
  },
  "a bit changed in the iv changes that bit of the first block decrypted, and no more",
  { requirements: ["cbc-decrypt"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const data = new Uint8Array(sp800_38a_plaintext);
    const own_iv = new Uint8Array(iv);
    const promise = encrypt(key, data, { name: "AES-CBC", iv: own_iv });
    data.fill(0);
    own_iv.fill(0);
    assert_buffer(await promise, hex(answers[128]));
  },
  "a change of the data or the iv after the call of encrypt has no effect",
  { requirements: ["encrypt-data-copied", "normalize-buffer-copied"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const data = hex(answers[128]);
    const own_iv = new Uint8Array(iv);
    const promise = decrypt(key, data, { name: "AES-CBC", iv: own_iv });
    data.fill(0);
    own_iv.fill(0);
    assert_buffer(await promise, sp800_38a_plaintext);
  },
  "a change of the data or the iv after the call of decrypt has no effect",
  { requirements: ["decrypt-data-copied", "normalize-buffer-copied"] },
);

promise_test(
  async () => {
    const surrounded = concat([1, 2, 3], iv, sp800_38a_plaintext, [4]);
    const view = new DataView(surrounded.buffer, 3, 16);
    const data = surrounded.subarray(19, 19 + 64);
    const result = await encrypt(await key_of(), data, { name: "AES-CBC", iv: view });
    assert_buffer(result, hex(answers[128]));
  },
  "takes the iv and the data from views with an offset",
  { requirements: ["buffer-source-bytes"] },
);

rejection_table(
  [
    ...[0, 12, 15, 17, 32].flatMap((length) =>
      ["encrypt", "decrypt"].map((method) => [
        `${method}: OperationError for an iv of ${length} bytes`,
        "OperationError",
        // With a vector of 16 bytes this would be decrypted, as its last block has a padding.
        (key) => {
          const algorithm = { name: "AES-CBC", iv: new Uint8Array(length) };
          return crypto.subtle[method](algorithm, key, hex(answers[128]));
        },
        ["cbc-encrypt-iv", "cbc-decrypt-iv"],
      ]),
    ),
    ...[0, 1, 15, 17, 31].map((length) => [
      `decrypt: OperationError for ${length} bytes of ciphertext`,
      "OperationError",
      (key) => decrypt(key, hex(answers[128]).subarray(0, length)),
      ["cbc-decrypt-length"],
    ]),
    [
      "decrypt: OperationError for a byte behind the last block",
      "OperationError",
      (key) => decrypt(key, concat(hex(answers[128]), [0])),
      ["cbc-decrypt-length"],
    ],
    // Blocks that decrypt to a wrong padding: 0, 17, and a 2 after which no second 2 stands.
    ...[
      ["0", "c54b677a649ab58b27debe677188d636"],
      ["17", "01aac8708e22fa61605c1a31e63560a7"],
      ["1 2", "f954b942d688bb4b89f852a699ec0aaa"],
    ].map(([padding, ciphertext]) => [
      `decrypt: OperationError for a plaintext that ends in the padding ${padding}`,
      "OperationError",
      (key) => decrypt(key, hex(ciphertext)),
      ["cbc-decrypt-padding"],
    ]),
    [
      "decrypt: OperationError for a ciphertext without its last block",
      "OperationError",
      (key) => decrypt(key, hex(answers[128]).subarray(0, 64)),
      ["cbc-decrypt-padding"],
    ],
  ],
  key_of,
);

// META: title=AES-CTR: encrypt and decrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-ctr-operations-encrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-ctr-operations-decrypt
// META: spec=https://w3c.github.io/webcrypto/#aes-ctr-params
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
"use strict";

const counter = hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
const ctr = (length = 64, block = counter) => ({ name: "AES-CTR", counter: block, length });
const key_of = (bits = 128) => import_aes("AES-CTR", bits);

// SP 800-38A, section F.5.1, F.5.3 and F.5.5
const answers = {
  128: `
    874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff
    5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee
  `,
  192: `
    1abc932417521ca24f2b0459fe7e6e0b090339ec0aa6faefd5ccc2c6f4ce8e94
    1e36b26bd1ebc670d1bd1d665620abf74f78a7f6d29809585a97daec58c6b050
  `,
  256: `
    601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5
    2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6
  `,
};
for (const [bits, answer] of Object.entries(answers)) {
  for (const [method, data, result] of [
    ["encrypt", sp800_38a_plaintext, hex(answer)],
    ["decrypt", hex(answer), sp800_38a_plaintext],
  ]) {
    promise_test(
      async () => {
        assert_buffer(await crypto.subtle[method](ctr(128), await key_of(bits), data), result);
      },
      `${method}s the four blocks of SP 800-38A with a key of ${bits} bits`,
      { requirements: ["ctr-encrypt", "ctr-decrypt"] },
    );
  }
}

// Only the rightmost `length` bits are counted up, and they wrap around without a carry. Computed
// block by block with AES in ECB mode.
const wrapping = [
  [
    8,
    "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
    `
      874d6191b620e3261bef6864990db6cee3256531c56fd498e4670c36587faba6
      253c594b7231e8509db37a4397a171743e0b062e8d1409a934cad10ece711250
    `,
  ],
  [
    1,
    "000102030405060708090a0b0c0d0e0f",
    "3b3fd92eb72dad20333449f8e83cfb4a3c06fb521190745068b62c8c4a7406d0",
  ],
  [
    4,
    "000102030405060708090a0b0c0d0e0f",
    `
      3b3fd92eb72dad20333449f8e83cfb4acc73f9de397d6cabbe04204b6d68a45e
      caaf295ab9f60fc5f0af94aad94cd306c52ef8f580ce639d9c45c9f647e91f99
    `,
  ],
  [
    64,
    "0011223344556677ffffffffffffffff",
    `
      9de6704fde6fe323d2cc62176c60aad69394de6db4488cdb7c0289365f7b317b
      ec1856ae57e725ed4d4eee40b3146f4e166b39751fbe6b2b4448c5440fd56b54
    `,
  ],
  [
    128,
    "ffffffffffffffffffffffffffffffff",
    `
      e13338e36cb71962e00d020b4cedbd86d3dae15b04bb352fa0f59febfcb4da3e
      67da610697ed5aae4b0fa7a0dd783d2961a00ab697367915d23c754bd99e2899
    `,
  ],
  [
    12,
    "00112233445566778899aabbccddefff",
    `
      4e59e26507be74f70b4a87a8de3f3929143b2cadf170d22127cf14553ad3da79
      6e9380633b420276e2f91c4f87412869571ae280e0ae42d752d1475c7d75d0c9
    `,
  ],
  [
    9,
    "00112233445566778899aabbccddefff",
    `
      4e59e26507be74f70b4a87a8de3f39292dc5b2ffce660ce32c0dc6e99fe0cdef
      fe0adc1d923d558ca91df10d926e17d6c2b51566360011a3640657af1ef56a1f
    `,
  ],
];
for (const [length, block, answer] of wrapping) {
  const ciphertext = hex(answer);
  const plaintext = sp800_38a_plaintext.subarray(0, ciphertext.length);
  for (const [method, data, result] of [
    ["encrypt", plaintext, ciphertext],
    ["decrypt", ciphertext, plaintext],
  ]) {
    promise_test(
      async () => {
        const algorithm = ctr(length, hex(block));
        assert_buffer(await crypto.subtle[method](algorithm, await key_of(), data), result);
      },
      `${method}s ${data.length} bytes, wrapping a counter of ${length} bits in ${block}`,
      { requirements: ["ctr-wraps"] },
    );
  }
}

for (const length of [0, 1, 15, 17, 33]) {
  promise_test(
    async () => {
      const key = await key_of();
      const plaintext = sp800_38a_plaintext.subarray(0, length);
      const ciphertext = await crypto.subtle.encrypt(ctr(128), key, plaintext);
      assert_buffer(ciphertext, hex(answers[128]).subarray(0, length));
      assert_buffer(await crypto.subtle.decrypt(ctr(128), key, ciphertext), plaintext);
    },
    `${length} bytes of plaintext give as many of ciphertext`,
    { requirements: ["ctr-encrypt", "ctr-decrypt"] },
  );
}

promise_test(
  async () => {
    const key = await key_of();
    const ciphertext = flipped(hex(answers[128]), 20);
    const plaintext = await crypto.subtle.decrypt(ctr(128), key, ciphertext);
    assert_buffer(plaintext, flipped(sp800_38a_plaintext, 20));
  },
  "a bit changed in the ciphertext changes that bit of the plaintext, and no more",
  { requirements: ["ctr-decrypt"] },
);

promise_test(
  async () => {
    const key = await key_of();
    const data = new Uint8Array(sp800_38a_plaintext);
    const block = new Uint8Array(counter);
    const promise = crypto.subtle.encrypt(ctr(128, block), key, data);
    data.fill(0);
    block.fill(0);
    assert_buffer(await promise, hex(answers[128]));
  },
  "a change of the data or the counter after the call has no effect",
  { requirements: ["encrypt-data-copied", "normalize-buffer-copied"] },
);

rejection_table(
  ["encrypt", "decrypt"].flatMap((method) => [
    ...[0, 12, 15, 17].map((length) => [
      `${method}: OperationError for a counter of ${length} bytes`,
      "OperationError",
      (key) => crypto.subtle[method](ctr(64, new Uint8Array(length)), key, counter),
      ["ctr-counter-length"],
    ]),
    ...[0, 129, 255].map((length) => [
      `${method}: OperationError for a length of ${length}`,
      "OperationError",
      (key) => crypto.subtle[method](ctr(length), key, counter),
      ["ctr-length-range"],
    ]),
  ]),
  key_of,
);

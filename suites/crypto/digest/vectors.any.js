// META: title=digest: known answers of SHA-1, SHA-256, SHA-384 and SHA-512
// META: spec=https://w3c.github.io/webcrypto/#sha-operations-digest
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-digest
// META: script=../resources/helpers.js
"use strict";

// The messages that NIST publishes examples for: of one block, of two blocks of 64 bytes, and of
// two blocks of 128 bytes.
const messages = {
  "the empty message": () => new Uint8Array(),
  abc: () => ascii("abc"),
  "the message of 56 bytes": () =>
    ascii("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
  "the message of 112 bytes": () =>
    ascii(
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn" +
        "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
    ),
  "a million times the letter a": () => repeated(0x61, 1000000),
};

const digests = {
  "SHA-1": {
    "the empty message": "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    abc: "a9993e364706816aba3e25717850c26c9cd0d89d",
    "the message of 56 bytes": "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
    "the message of 112 bytes": "a49b2446a02c645bf419f995b67091253a04a259",
    "a million times the letter a": "34aa973cd4c4daa4f61eeb2bdbad27316534016f",
  },
  "SHA-256": {
    "the empty message": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    abc: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "the message of 56 bytes": "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    "the message of 112 bytes": "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    "a million times the letter a":
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  },
  "SHA-384": {
    "the empty message": `
      38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da
      274edebfe76f65fbd51ad2f14898b95b
    `,
    abc: `
      cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed
      8086072ba1e7cc2358baeca134c825a7
    `,
    "the message of 56 bytes": `
      3391fdddfc8dc7393707a65b1b4709397cf8b1d162af05abfe8f450de5f36bc6
      b0455a8520bc4e6f5fe95b1fe3c8452b
    `,
    "the message of 112 bytes": `
      09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712
      fcc7c71a557e2db966c3e9fa91746039
    `,
    "a million times the letter a": `
      9d0e1809716474cb086e834e310a4a1ced149e9c00f248527972cec5704c2a5b
      07b8b3dc38ecc4ebae97ddd87f3d8985
    `,
  },
  "SHA-512": {
    "the empty message": `
      cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce
      47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
    `,
    abc: `
      ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a
      2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
    `,
    "the message of 56 bytes": `
      204a8fc6dda82f0a0ced7beb8e08a41657c16ef468b228a8279be331a703c335
      96fd15c13b1b07f9aa1d3bea57789ca031ad85c7a71dd70354ec631238ca3445
    `,
    "the message of 112 bytes": `
      8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018
      501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909
    `,
    "a million times the letter a": `
      e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb
      de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b
    `,
  },
};

for (const [name, answers] of Object.entries(digests)) {
  for (const [message, answer] of Object.entries(answers)) {
    promise_test(
      async () => {
        assert_buffer(await crypto.subtle.digest(name, messages[message]()), hex(answer));
      },
      `${name} of ${message}`,
      { requirements: [name.toLowerCase()] },
    );
  }
}

// Lengths on both sides of where the padding needs one block more: 56 of 64 bytes, 112 of 128.
// The message of n bytes is 0, 1, 2 ... n - 1.
const padded = {
  "SHA-1": [
    [55, "8ae2d46729cfe68ff927af5eec9c7d1b66d65ac2"],
    [56, "636e2ec698dac903498e648bd2f3af641d3c88cb"],
    [63, "6d942da0c4392b123528f2905c713a3ce28364bd"],
    [64, "c6138d514ffa2135bfce0ed0b8fac65669917ec7"],
  ],
  "SHA-256": [
    [55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"],
    [56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"],
    [63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"],
    [64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"],
  ],
  "SHA-384": [
    [
      111,
      `
      f5f9fe110d809d34029de262a01b208356caec6e054c7f926b2591f6c9780579
      d4b59f5578c6f531a84f158a33660cef
    `,
    ],
    [
      112,
      `
      33ba080ec0ccb378e4e95fed3b26c23aa1a280476e007519ee47f60cd9c5c8a6
      5d627259a9aa2fd33ca06d3c14ee5548
    `,
    ],
    [
      127,
      `
      d5fcfe2fcf6b3ef375ede37c8123d9b78065fecc1d55197e2f7721e6e9a93d0b
      a4d7fd15f9b96dea2744df24141ba2ef
    `,
    ],
    [
      128,
      `
      ca2385773319124534111a36d0581fc3f00815e907034b90cff9c3a861e126a7
      41d5dfcff65a417b6d7296863ac0ec17
    `,
    ],
  ],
  "SHA-512": [
    [
      111,
      `
      a1a111449b198d9b1f538bad7f3fc1022b3a5b1a5e90a0bc860de8512746cbc3
      1599e6c834de3a3235327af0b51ff57bf7acf1974a73014d9c3953812edc7c8d
    `,
    ],
    [
      112,
      `
      c5fbd731d19d2ae1180f001be72c2c1aaba1d7b094b3748880e24593b8e117a7
      50e11c1bd867cc2f96dace8c8b74abd2d5c4f236be444e77d30d1916174070b9
    `,
    ],
    [
      127,
      `
      eab89674feaa34e27aebeeff3c0a4d70070bb872d5e9f186cf1dbbdee517b6e3
      5724d629ff025a5b07185e911ada7e3c8acf830aa0e4f71777bd2d44f504f7f0
    `,
    ],
    [
      128,
      `
      1dffd5e3adb71d45d2245939665521ae001a317a03720a45732ba1900ca3b835
      1fc5c9b4ca513eba6f80bc7b1d1fdad4abd13491cb824d61b08d8c0e1561b3f7
    `,
    ],
  ],
};

for (const [name, answers] of Object.entries(padded)) {
  for (const [length, answer] of answers) {
    promise_test(
      async () => {
        const message = Uint8Array.from({ length }, (_, i) => i);
        assert_buffer(await crypto.subtle.digest(name, message), hex(answer));
      },
      `${name} of the ${length} bytes counted from 0`,
      { requirements: [name.toLowerCase()] },
    );
  }
}

// META: title=Normalizing an algorithm, in every method that takes one
// META: spec=https://w3c.github.io/webcrypto/#algorithm-normalization-normalize-an-algorithm
// META: spec=https://webidl.spec.whatwg.org/#js-dictionary
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=../resources/ec-keys.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const data = repeated(1, 32);
const iv = repeated(2, 16);
const cbc = { name: "AES-CBC", iv };
const ecdsa = { name: "ECDSA", hash: "SHA-256" };
const hkdf = { name: "HKDF", hash: "SHA-256", salt: iv, info: iv };
const hmac = { name: "HMAC", hash: "SHA-256" };
const aes = { name: "AES-CTR", length: 128 };
const use = ["encrypt"];

async function given() {
  const cbc_key = await import_aes("AES-CBC", 128, ["encrypt", "decrypt", "wrapKey", "unwrapKey"]);
  return {
    cbc: cbc_key,
    sealed: await subtle.encrypt(cbc, cbc_key, data),
    private_key: await import_ec_private("ECDSA", "P-256", ["sign"]),
    public_key: await import_ec_public("ECDSA", "P-256", ["verify"]),
    hkdf: await subtle.importKey("raw", data, "HKDF", false, ["deriveBits", "deriveKey"]),
  };
}

// What is called: the algorithm with its registered name, and the call with another in its place.
const operations = {
  encrypt: [cbc, (k, algorithm) => subtle.encrypt(algorithm, k.cbc, data)],
  decrypt: [cbc, (k, algorithm) => subtle.decrypt(algorithm, k.cbc, k.sealed)],
  sign: [ecdsa, (k, algorithm) => subtle.sign(algorithm, k.private_key, data)],
  verify: [ecdsa, (k, algorithm) => subtle.verify(algorithm, k.public_key, data, data)],
  generateKey: [aes, (k, algorithm) => subtle.generateKey(algorithm, true, use)],
  importKey: [hmac, (k, algorithm) => subtle.importKey("raw", data, algorithm, true, ["sign"])],
  deriveBits: [hkdf, (k, algorithm) => subtle.deriveBits(algorithm, k.hkdf, 128)],
  deriveKey: [hkdf, (k, algorithm) => subtle.deriveKey(algorithm, k.hkdf, aes, true, use)],
  "deriveKey, of the derived key": [
    aes,
    (k, algorithm) => subtle.deriveKey(hkdf, k.hkdf, algorithm, true, use),
  ],
  wrapKey: [cbc, (k, algorithm) => subtle.wrapKey("raw", k.cbc, k.cbc, algorithm)],
  unwrapKey: [
    cbc,
    (k, algorithm) => subtle.unwrapKey("raw", k.sealed, k.cbc, algorithm, "AES-GCM", true, use),
  ],
  "unwrapKey, of the unwrapped key": [
    hmac,
    (k, algorithm) => subtle.unwrapKey("raw", k.sealed, k.cbc, cbc, algorithm, true, ["sign"]),
  ],
};

const taken = {
  "a name in lower case": [
    (algorithm) => ({ ...algorithm, name: algorithm.name.toLowerCase() }),
    "normalize-case",
  ],
  "a name that is converted to a string": [
    (algorithm) => ({ ...algorithm, name: { toString: () => algorithm.name } }),
    "normalize-name-converted",
  ],
  "members that are inherited": [(algorithm) => Object.create(algorithm), "normalize-inherited"],
  "a member that no dictionary has": [
    (algorithm) => ({ ...algorithm, extra: Symbol("extra") }),
    "normalize-extra-members",
  ],
  "members of the dictionaries of other algorithms": [
    (algorithm) => ({
      public: 1,
      label: 1,
      additionalData: 1,
      saltLength: "many",
      namedCurve: 1,
      ...algorithm,
    }),
    "normalize-extra-members",
  ],
};

for (const [operation, [algorithm, call]] of Object.entries(operations)) {
  const { name, ...nameless } = algorithm;
  const is_of_key = /^(generate|import)|, of/.test(operation);
  for (const [statement, [make, requirement]] of Object.entries(taken)) {
    promise_test(
      async () => {
        const result = await call(await given(), make(algorithm));
        if (is_of_key) {
          assert_equals(result.algorithm.name, name);
        }
      },
      `${operation}: takes ${statement}`,
      { requirements: is_of_key ? [requirement, "key-algorithm-names"] : [requirement] },
    );
  }

  rejection_table(
    [
      [
        `${operation}: TypeError for an object without a name`,
        TypeError,
        (k) => call(k, nameless),
        ["normalize-name-required"],
      ],
      [
        `${operation}: NotSupportedError for a name with a space behind it`,
        "NotSupportedError",
        (k) => call(k, { ...algorithm, name: `${name} ` }),
        ["normalize-exact", "normalize-unknown"],
      ],
    ],
    given,
  );

  promise_test(
    async (t) => {
      const error = new Error("thrown by the getter");
      const throwing = {
        ...algorithm,
        get name() {
          throw error;
        },
      };
      await promise_rejects_exactly(t, error, call(await given(), throwing));
    },
    `${operation}: what the getter of name throws rejects the promise`,
    { requirements: ["normalize-getter-throws", "subtle-promise-errors"] },
  );
}

// One required member less, with a key of the very algorithm.
rejection_table(
  [
    ["encrypt", "iv"],
    ["decrypt", "iv"],
    ["wrapKey", "iv"],
    ["unwrapKey", "iv"],
    ["sign", "hash"],
    ["verify", "hash"],
    ["generateKey", "length"],
    ["importKey", "hash"],
    ["deriveBits", "info"],
    ["deriveKey", "salt"],
    ["deriveKey, of the derived key", "length"],
    ["unwrapKey, of the unwrapped key", "hash"],
  ].map(([operation, member]) => {
    const [algorithm, call] = operations[operation];
    return [
      `${operation}: TypeError for an ${algorithm.name} without ${member}`,
      TypeError,
      (k) => call(k, { ...algorithm, [member]: undefined }),
      ["normalize-member-required"],
    ];
  }),
  given,
);

// Numbers: [EnforceRange] converts a string, and cuts off a fraction.
const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt: iv, iterations: 1 };
for (const [statement, length, iterations] of [
  ["a string of digits", "128", "1"],
  ["a number with a fraction", 128.9, 1.9],
  ["an object with valueOf", { valueOf: () => 128 }, { valueOf: () => 1 }],
]) {
  promise_test(
    async () => {
      const key = await subtle.generateKey({ ...aes, length }, true, use);
      assert_equals(key.algorithm.length, 128);
    },
    `generateKey: takes ${statement} for length`,
    { requirements: ["normalize-number-converted"] },
  );

  promise_test(
    async () => {
      const key = await subtle.importKey("raw", data, "PBKDF2", false, ["deriveBits"]);
      const expected = await subtle.deriveBits(pbkdf2, key, 128);
      assert_buffer(await subtle.deriveBits({ ...pbkdf2, iterations }, key, 128), expected);
    },
    `deriveBits: takes ${statement} for iterations`,
    { requirements: ["normalize-number-converted"] },
  );
}

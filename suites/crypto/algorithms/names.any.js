// META: title=Normalizing an algorithm: its name
// META: spec=https://w3c.github.io/webcrypto/#algorithm-normalization-normalize-an-algorithm
// META: spec=https://w3c.github.io/webcrypto/#algorithm-conventions
// META: script=../resources/helpers.js
"use strict";

const sha256_of_nothing = hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

const accepted = [
  ["the registered name", () => "SHA-256", "normalize-string"],
  ["the name in lower case", () => "sha-256", "normalize-case"],
  ["the name in mixed case", () => "sHa-256", "normalize-case"],
  ["an object with the name", () => ({ name: "SHA-256" }), "normalize-string"],
  ["an object with the name in lower case", () => ({ name: "sha-256" }), "normalize-case"],
  [
    "an object that inherits the name",
    () => Object.create({ name: "SHA-256" }),
    "normalize-inherited",
  ],
  [
    "an object with members that mean nothing",
    () => ({ name: "SHA-256", hash: 1, iv: null }),
    "normalize-extra-members",
  ],
  [
    "a name that is converted to a string",
    () => ({ name: { toString: () => "SHA-256" } }),
    "normalize-name-converted",
  ],
];
for (const [statement, algorithm, requirement] of accepted) {
  promise_test(
    async () => {
      const digest = await crypto.subtle.digest(algorithm(), new Uint8Array());
      assert_buffer(digest, sha256_of_nothing);
    },
    `accepts ${statement}`,
    { requirements: [requirement] },
  );
}

const digest = (algorithm) => crypto.subtle.digest(algorithm, new Uint8Array());
rejection_table([
  ["an unknown name", "NotSupportedError", () => digest("SHA-257"), ["normalize-unknown"]],
  [
    "an unknown name in an object",
    "NotSupportedError",
    () => digest({ name: "MD4" }),
    ["normalize-unknown"],
  ],
  ...["MD5", "SHA-0", "SHA-224", "SHA-512/256"].map((name) => [
    `${name}, which is not registered`,
    "NotSupportedError",
    () => digest(name),
    ["normalize-unknown"],
  ]),
  ["a name without its hyphen", "NotSupportedError", () => digest("SHA256"), ["normalize-exact"]],
  [
    "a name with a space before it",
    "NotSupportedError",
    () => digest(" SHA-256"),
    ["normalize-exact"],
  ],
  [
    "a name with a null character after it",
    "NotSupportedError",
    () => digest("SHA-256\0"),
    ["normalize-exact"],
  ],
  ["the empty name", "NotSupportedError", () => digest(""), ["normalize-unknown"]],
  // The match is case-insensitive in ASCII: U+017F only becomes an S by Unicode's rules.
  [
    "a long s in place of an S",
    "NotSupportedError",
    () => digest("\u017fHA-256"),
    ["normalize-case", "normalize-exact"],
  ],
  [
    "null, which converts to a string",
    "NotSupportedError",
    () => digest(null),
    ["normalize-string", "normalize-unknown"],
  ],
  [
    "undefined, which converts to a string",
    "NotSupportedError",
    () => digest(undefined),
    ["normalize-string", "normalize-unknown"],
  ],
  [
    "a number, which converts to a string",
    "NotSupportedError",
    () => digest(256),
    ["normalize-string", "normalize-unknown"],
  ],
  ["an object without a name", TypeError, () => digest({}), ["normalize-name-required"]],
  [
    "an object whose name is undefined",
    TypeError,
    () => digest({ name: undefined }),
    ["normalize-name-required"],
  ],
  [
    "an object whose name is a symbol",
    TypeError,
    () => digest({ name: Symbol("SHA-256") }),
    ["normalize-name-converted"],
  ],
  [
    "a String object, which has no name",
    TypeError,
    () => digest(Object("SHA-256")),
    ["normalize-name-required"],
  ],
  ["a symbol", TypeError, () => digest(Symbol("SHA-256")), ["normalize-string"]],
]);

promise_test(
  async (t) => {
    const error = new Error("thrown by the getter");
    const algorithm = {
      get name() {
        throw error;
      },
    };
    await promise_rejects_exactly(t, error, digest(algorithm));
  },
  "an exception thrown by the getter of name rejects the promise",
  { requirements: ["normalize-getter-throws"] },
);

// A name registered for another operation is unknown to this one.
const { subtle } = globalThis.crypto ?? {};
const import_hmac = () =>
  subtle.importKey("raw", repeated(1, 32), { name: "HMAC", hash: "SHA-256" }, true, ["sign"]);
const data = new Uint8Array(16);
rejection_table(
  [
    ...["HMAC", "AES-GCM", "PBKDF2"].map((name) => [
      `digest does not know ${name}`,
      "NotSupportedError",
      () => subtle.digest(name, data),
      ["normalize-operation"],
    ]),
    ...["HMAC", "SHA-256", "ECDSA", "AES-KW"].map((name) => [
      `encrypt does not know ${name}`,
      "NotSupportedError",
      (key) => subtle.encrypt(name, key, data),
      ["normalize-operation"],
    ]),
    ...["RSA-PSS", "HKDF", "AES-KW"].map((name) => [
      `decrypt does not know ${name}`,
      "NotSupportedError",
      (key) => subtle.decrypt(name, key, data),
      ["normalize-operation"],
    ]),
    ...["AES-GCM", "RSA-OAEP", "ECDH", "X25519", "SHA-256"].map((name) => [
      `sign does not know ${name}`,
      "NotSupportedError",
      (key) => subtle.sign(name, key, data),
      ["normalize-operation"],
    ]),
    ...["AES-CBC", "RSA-OAEP", "ECDH"].map((name) => [
      `verify does not know ${name}`,
      "NotSupportedError",
      (key) => subtle.verify(name, key, data, data),
      ["normalize-operation"],
    ]),
    ...["PBKDF2", "HKDF", "SHA-256"].map((name) => [
      `generateKey does not know ${name}`,
      "NotSupportedError",
      () => subtle.generateKey(name, false, ["deriveBits"]),
      ["normalize-operation"],
    ]),
    ...["SHA-1", "unknown"].map((name) => [
      `importKey does not know ${name}`,
      "NotSupportedError",
      () => subtle.importKey("raw", data, name, false, ["sign"]),
      ["normalize-operation"],
    ]),
    ...["HMAC", "AES-CTR", "Ed25519"].map((name) => [
      `deriveBits does not know ${name}`,
      "NotSupportedError",
      (key) => subtle.deriveBits(name, key, 128),
      ["normalize-operation"],
    ]),
    ...["HMAC", "RSA-PSS", "SHA-256"].map((name) => [
      `wrapKey does not know ${name}`,
      "NotSupportedError",
      (key) => subtle.wrapKey("raw", key, key, name),
      ["normalize-operation"],
    ]),
    ...["HMAC", "ECDH"].map((name) => [
      `unwrapKey does not know ${name} to unwrap with`,
      "NotSupportedError",
      (key) => subtle.unwrapKey("raw", data, key, name, "AES-GCM", true, ["encrypt"]),
      ["normalize-operation"],
    ]),
    [
      "unwrapKey does not know SHA-256 as the algorithm of the unwrapped key",
      "NotSupportedError",
      (key) => subtle.unwrapKey("raw", data, key, "AES-KW", "SHA-256", true, ["encrypt"]),
      ["normalize-operation"],
    ],
  ],
  import_hmac,
);

for (const [statement, hash] of [
  ["a string", "SHA-384"],
  ["a string in another case", "sha-384"],
  ["an object", { name: "Sha-384" }],
]) {
  promise_test(
    async () => {
      const algorithm = { name: "HMAC", hash };
      const key = await subtle.importKey("raw", repeated(1, 32), algorithm, true, ["sign"]);
      assert_equals(key.algorithm.hash.name, "SHA-384");
    },
    `the member hash may be ${statement}, and is normalized too`,
    { requirements: ["normalize-hash"] },
  );
}

const import_with = (hash) => subtle.importKey("raw", data, { name: "HMAC", hash }, true, ["sign"]);
rejection_table([
  [
    "a hash of an unknown name",
    "NotSupportedError",
    () => import_with("MD4"),
    ["normalize-unknown"],
  ],
  [
    "a hash that is no digest",
    "NotSupportedError",
    () => import_with("HMAC"),
    ["normalize-hash-unknown"],
  ],
  ["a hash without a name", TypeError, () => import_with({}), ["normalize-hash-required"]],
  ["a missing hash", TypeError, () => import_with(undefined), ["normalize-hash-required"]],
]);

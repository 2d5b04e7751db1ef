// META: title=Normalizing an algorithm: the members of its dictionary
// META: spec=https://w3c.github.io/webcrypto/#algorithm-normalization-normalize-an-algorithm
// META: spec=https://webidl.spec.whatwg.org/#js-dictionary
// META: spec=https://webidl.spec.whatwg.org/#EnforceRange
// META: script=../resources/helpers.js
// META: script=../resources/ec-keys.js
"use strict";

// The conversion to the dictionary comes before every check of the key, so that one key of a
// strange algorithm serves all rows: a row that gets past the conversion is rejected with
// InvalidAccessError.
const stranger = () =>
  crypto.subtle.importKey("raw", repeated(1, 32), { name: "HMAC", hash: "SHA-256" }, true, [
    "sign",
  ]);
const data = new Uint8Array(16);
const counter = new Uint8Array(16);
const exponent = new Uint8Array([1, 0, 1]);

const calls = {
  encrypt: (key, algorithm) => crypto.subtle.encrypt(algorithm, key, data),
  sign: (key, algorithm) => crypto.subtle.sign(algorithm, key, data),
  deriveBits: (key, algorithm) => crypto.subtle.deriveBits(algorithm, key, 128),
  generateKey: (_, algorithm) => crypto.subtle.generateKey(algorithm, true, ["unwrapKey"]),
  importKey: (_, algorithm) => crypto.subtle.importKey("raw", data, algorithm, true, ["sign"]),
};

// [method, statement, algorithm]; each is refused by the conversion
const rows = [
  ["encrypt", "AES-CBC without iv", { name: "AES-CBC" }],
  ["encrypt", "AES-CBC with null for iv", { name: "AES-CBC", iv: null }],
  ["encrypt", "AES-CBC with an array of numbers for iv", { name: "AES-CBC", iv: [1, 2] }],
  ["encrypt", "AES-CBC given by its name alone", "AES-CBC"],
  ["encrypt", "AES-CTR without counter", { name: "AES-CTR", length: 64 }],
  ["encrypt", "AES-CTR without length", { name: "AES-CTR", counter }],
  ["encrypt", "AES-CTR with length 256", { name: "AES-CTR", counter, length: 256 }],
  ["encrypt", "AES-CTR with length -1", { name: "AES-CTR", counter, length: -1 }],
  ["encrypt", "AES-GCM without iv", { name: "AES-GCM" }],
  ["encrypt", "AES-GCM with tagLength 256", { name: "AES-GCM", iv: data, tagLength: 256 }],
  ["encrypt", "AES-GCM with tagLength Infinity", { name: "AES-GCM", iv: data, tagLength: 1 / 0 }],
  [
    "encrypt",
    "AES-GCM with a string for additionalData",
    { name: "AES-GCM", iv: data, additionalData: "text" },
  ],
  ["encrypt", "RSA-OAEP with a string for label", { name: "RSA-OAEP", label: "text" }],
  ["sign", "RSA-PSS without saltLength", { name: "RSA-PSS" }],
  ["sign", "RSA-PSS with saltLength -1", { name: "RSA-PSS", saltLength: -1 }],
  ["sign", "RSA-PSS with saltLength 2^32", { name: "RSA-PSS", saltLength: 2 ** 32 }],
  ["sign", "ECDSA without hash", { name: "ECDSA" }],
  ["deriveBits", "ECDH without public", { name: "ECDH" }],
  ["deriveBits", "ECDH with an object for public", { name: "ECDH", public: {} }],
  ["deriveBits", "X25519 without public", { name: "X25519" }],
  ["deriveBits", "HKDF without hash", { name: "HKDF", salt: data, info: data }],
  ["deriveBits", "HKDF without salt", { name: "HKDF", hash: "SHA-256", info: data }],
  ["deriveBits", "HKDF without info", { name: "HKDF", hash: "SHA-256", salt: data }],
  ["deriveBits", "PBKDF2 without hash", { name: "PBKDF2", salt: data, iterations: 1 }],
  ["deriveBits", "PBKDF2 without salt", { name: "PBKDF2", hash: "SHA-256", iterations: 1 }],
  ["deriveBits", "PBKDF2 without iterations", { name: "PBKDF2", hash: "SHA-256", salt: data }],
  [
    "deriveBits",
    "PBKDF2 with iterations -1",
    { name: "PBKDF2", hash: "SHA-256", salt: data, iterations: -1 },
  ],
  [
    "deriveBits",
    "PBKDF2 with iterations 2^32",
    { name: "PBKDF2", hash: "SHA-256", salt: data, iterations: 2 ** 32 },
  ],
  [
    "deriveBits",
    "PBKDF2 with a string for salt",
    { name: "PBKDF2", hash: "SHA-256", salt: "salt", iterations: 1 },
  ],
  ["generateKey", "AES-GCM without length", { name: "AES-GCM" }],
  ["generateKey", "AES-GCM with length 65536", { name: "AES-GCM", length: 65536 }],
  ["generateKey", "AES-GCM with length NaN", { name: "AES-GCM", length: Number.NaN }],
  ["generateKey", "HMAC without hash", { name: "HMAC" }],
  ["generateKey", "HMAC with length -1", { name: "HMAC", hash: "SHA-256", length: -1 }],
  [
    "generateKey",
    "RSA-PSS without modulusLength",
    { name: "RSA-PSS", hash: "SHA-256", publicExponent: exponent },
  ],
  [
    "generateKey",
    "RSA-PSS without publicExponent",
    { name: "RSA-PSS", hash: "SHA-256", modulusLength: 2048 },
  ],
  [
    "generateKey",
    "RSA-PSS with an array of numbers for publicExponent",
    { name: "RSA-PSS", hash: "SHA-256", modulusLength: 2048, publicExponent: [1, 0, 1] },
  ],
  [
    "generateKey",
    "RSA-PSS with a Uint16Array for publicExponent",
    {
      name: "RSA-PSS",
      hash: "SHA-256",
      modulusLength: 2048,
      publicExponent: new Uint16Array([1, 0, 1]),
    },
  ],
  [
    "generateKey",
    "RSA-PSS without hash",
    { name: "RSA-PSS", modulusLength: 2048, publicExponent: exponent },
  ],
  ["generateKey", "ECDSA without namedCurve", { name: "ECDSA" }],
  ["importKey", "ECDH without namedCurve", { name: "ECDH" }],
  ["importKey", "RSA-OAEP without hash", { name: "RSA-OAEP" }],
  ["importKey", "HMAC with length 2^32", { name: "HMAC", hash: "SHA-256", length: 2 ** 32 }],
];
function requirement_of(statement) {
  if (/ without | alone$/.test(statement)) {
    return "normalize-member-required";
  }
  return /-1|256$|65536|2\^32|NaN|Infinity/.test(statement)
    ? "normalize-enforce-range"
    : "normalize-member-type";
}
rejection_table(
  rows.map(([method, statement, algorithm]) => [
    `${method}: TypeError for ${statement}`,
    TypeError,
    (key) => calls[method](key, algorithm),
    [requirement_of(statement)],
  ]),
  stranger,
);

// What is not refused by the conversion comes to the check of the key.
rejection_table(
  [
    [
      "encrypt",
      "an iv in an ArrayBuffer",
      { name: "AES-CBC", iv: new ArrayBuffer(16) },
      "normalize-member-type",
    ],
    [
      "encrypt",
      "an iv in a DataView",
      { name: "AES-CBC", iv: new DataView(counter.buffer) },
      "normalize-member-type",
    ],
    [
      "encrypt",
      "a fraction for length",
      { name: "AES-CTR", counter, length: 64.9 },
      "normalize-number-converted",
    ],
    [
      "encrypt",
      "a string of digits for length",
      { name: "AES-CTR", counter, length: "64" },
      "normalize-number-converted",
    ],
    ["sign", "an unnecessary member", { name: "Ed25519", context: 1 }, "normalize-extra-members"],
  ].map(([method, statement, algorithm, requirement]) => [
    `${method} converts ${statement}`,
    "InvalidAccessError",
    (key) => calls[method](key, algorithm),
    [requirement],
  ]),
  stranger,
);

// A dictionary's members are read in lexicographical order, after those it inherits.
for (const [method, name, members] of [
  ["deriveBits", "HKDF", ["hash", "info", "salt"]],
  ["deriveBits", "PBKDF2", ["hash", "iterations", "salt"]],
  ["encrypt", "AES-GCM", ["additionalData", "iv", "tagLength"]],
  ["encrypt", "AES-CTR", ["counter", "length"]],
]) {
  promise_test(
    async (t) => {
      const values = { name, hash: "SHA-256", iterations: 1, tagLength: 128, length: 64 };
      const read = new Set();
      const algorithm = new Proxy(
        {},
        {
          get(_, member) {
            read.add(member);
            return values[member] ?? counter;
          },
        },
      );
      const promise = calls[method](await stranger(), algorithm);
      await promise_rejects_dom(t, "InvalidAccessError", promise);
      assert_array_equals([...read], ["name", ...members]);
    },
    `${method} reads of ${name} the members name, ${members.join(", ")}, in this order`,
    { requirements: ["normalize-member-order"] },
  );
}

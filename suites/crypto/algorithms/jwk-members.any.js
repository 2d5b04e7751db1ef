// META: title=importKey() of a jwk: how its members are written
// META: spec=https://w3c.github.io/webcrypto/#JsonWebKey-dictionary
// META: spec=https://w3c.github.io/webcrypto/#hmac-operations-import-key
// META: spec=https://webidl.spec.whatwg.org/#js-dictionary
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
// META: script=../resources/okp-keys.js
// META: script=../resources/every-key.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const hmac = { name: "HMAC", hash: "SHA-256" };
const import_k = (k) => subtle.importKey("jwk", { kty: "oct", k }, hmac, true, ["sign"]);

for (const [k, bytes] of [
  ["AQ", [1]],
  ["AQI", [1, 2]],
  ["AQID", [1, 2, 3]],
  ["-_-_", [0xfb, 0xff, 0xbf]],
]) {
  promise_test(
    async () => {
      assert_buffer(await subtle.exportKey("raw", await import_k(k)), bytes);
      assert_equals((await subtle.exportKey("jwk", await import_k(k))).k, k);
    },
    `k: "${k}" is ${bytes.length} bytes, in and out`,
    { requirements: ["jwk-base64url"] },
  );
}

// JSON Web Signature, section 2, to which JSON Web Key refers: "Base64 encoding using the URL- and
// filename-safe character set [...] with all trailing '=' characters omitted [...] and without the
// inclusion of any line breaks, whitespace, or other additional characters". Import Key of HMAC:
// "If jwk does not meet the requirements of Section 6.4 of JSON Web Algorithms [JWA], then throw a
// DataError".
rejection_table(
  [
    ["padding", "AQ=="],
    ["half a padding", "AQI="],
    ["padding behind whole groups", "AQID===="],
    ["a plus sign", "AQ+D"],
    ["a slash", "AQ/D"],
    ["a space inside", "AQ ID"],
    ["a line break behind it", "AQID\n"],
    ["one character more than whole groups", "AQIDB"],
    ["a letter that is not ASCII", "AQI\u00e9"],
    ["a full stop", "AQ.D"],
  ].map(([statement, k]) => [
    `k: DataError for ${statement}`,
    "DataError",
    () => import_k(k),
    ["jwk-base64url"],
  ]),
);

// Bytes in the keys of other algorithms, each member with a padding and with a letter of Base64.
const with_bytes = [
  ["AES-GCM", ["k"]],
  ["public RSA-PSS", ["n", "e"]],
  ["private RSA-PSS", ["d", "p", "qi"]],
  ["public ECDSA", ["x", "y"]],
  ["private ECDSA", ["d"]],
  ["public Ed25519", ["x"]],
  ["private Ed25519", ["d"]],
];
for (const [label, members] of with_bytes) {
  const key = every_key.find((candidate) => candidate.label === label);
  const import_jwk = (changes) =>
    subtle.importKey("jwk", { ...key.data.jwk, ...changes }, key.algorithm, true, key.usages);

  rejection_table(
    members.flatMap((member) =>
      [
        ["a character that is none of base64url", (text) => `*${text.slice(1)}`],
        ["no characters", () => ""],
      ].map(([statement, change]) => [
        `${label}: DataError for ${statement} in ${member}`,
        "DataError",
        () => import_jwk({ [member]: change(key.data.jwk[member]) }),
        ["jwk-base64url"],
      ]),
    ),
  );
}

// The dictionary is converted before anything else is looked at.
rejection_table(
  [
    ["a symbol for kty", { kty: Symbol("oct") }],
    ["a symbol for k", { k: Symbol("AQID") }],
    ["a number for key_ops", { key_ops: 1 }],
    ["null for key_ops", { key_ops: null }],
    ["a symbol in key_ops", { key_ops: [Symbol("sign")] }],
    ["a string for oth", { oth: "primes" }],
    ["a string in oth", { oth: ["prime"] }],
  ].map(([statement, members]) => [
    `TypeError for ${statement}`,
    TypeError,
    () => subtle.importKey("jwk", { kty: "oct", k: "AQID", ...members }, hmac, true, ["sign"]),
    ["jwk-conversion"],
  ]),
);

for (const [statement, members, expected] of [
  ["an object with toString() for k", { k: { toString: () => "AQID" } }, [1, 2, 3]],
  ["a string that is not empty for ext", { ext: "false" }, [1, 2, 3]],
  ["key_ops from an iterable", { key_ops: new Set(["sign"]) }, [1, 2, 3]],
  ["unknown operations in key_ops", { key_ops: ["sign", "sing"] }, [1, 2, 3]],
  ["undefined for a member", { use: undefined, alg: undefined }, [1, 2, 3]],
]) {
  promise_test(
    async () => {
      const jwk = { kty: "oct", k: "AQID", ...members };
      const key = await subtle.importKey("jwk", jwk, hmac, true, ["sign"]);
      assert_buffer(await subtle.exportKey("raw", key), expected);
    },
    `converts ${statement}`,
    { requirements: ["jwk-conversion"] },
  );
}

promise_test(
  async (t) => {
    const error = new Error("thrown by the getter");
    const jwk = {
      kty: "oct",
      get k() {
        throw error;
      },
    };
    const promise = subtle.importKey("jwk", jwk, hmac, true, ["sign"]);
    await promise_rejects_exactly(t, error, promise);
  },
  "what a getter of the jwk throws rejects the promise",
  { requirements: ["jwk-conversion"] },
);

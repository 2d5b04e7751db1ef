// META: title=wrapKey and unwrapKey: what they refuse
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-wrapKey
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-unwrapKey
// META: spec=https://w3c.github.io/webcrypto/#concept-parse-a-jwk
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const gcm = { name: "AES-GCM", iv: new Uint8Array(12) };
const seal = async (data) =>
  subtle.encrypt(gcm, await import_aes("AES-GCM", 256, ["encrypt"]), data);

async function given() {
  const secret = await import_aes("AES-CBC", 128, ["encrypt"]);
  const wrapping = await import_aes("AES-GCM", 256, ["wrapKey", "unwrapKey"]);
  return {
    secret,
    wrapping,
    wrapped: await subtle.wrapKey("raw", secret, wrapping, gcm),
    short: await seal(new Uint8Array(15)),
    oaep_public: await import_rsa_public("RSA-OAEP", ["wrapKey"]),
    rsa: await import_rsa_private("RSA-PSS", ["sign"]),
    ec_public: await import_ec_public("ECDSA", "P-256", ["verify"]),
    ec_private: await import_ec_private("ECDSA", "P-256", ["sign"]),
  };
}

const unwrap = (k, bytes, usages = ["encrypt"], { algorithm = "AES-CBC", format = "raw" } = {}) =>
  subtle.unwrapKey(format, bytes, k.wrapping, gcm, algorithm, true, usages);

rejection_table(
  [
    [
      "wrapKey: NotSupportedError for spki of a secret key",
      "NotSupportedError",
      (k) => subtle.wrapKey("spki", k.secret, k.wrapping, gcm),
      ["wrap-export-error"],
    ],
    [
      "wrapKey: InvalidAccessError for pkcs8 of a public key",
      "InvalidAccessError",
      (k) => subtle.wrapKey("pkcs8", k.ec_public, k.wrapping, gcm),
      ["wrap-export-error"],
    ],
    [
      "wrapKey: InvalidAccessError for spki of a private key",
      "InvalidAccessError",
      (k) => subtle.wrapKey("spki", k.ec_private, k.wrapping, gcm),
      ["wrap-export-error"],
    ],
    [
      "wrapKey: OperationError for a tag length that does not exist",
      "OperationError",
      (k) => subtle.wrapKey("raw", k.secret, k.wrapping, { ...gcm, tagLength: 100 }),
      ["wrap-operation-error"],
    ],
    [
      "wrapKey: OperationError for a key too long for RSA-OAEP",
      "OperationError",
      (k) => subtle.wrapKey("pkcs8", k.rsa, k.oaep_public, "RSA-OAEP"),
      ["wrap-operation-error"],
    ],
    [
      "wrapKey: TypeError for an unknown format",
      TypeError,
      (k) => subtle.wrapKey("pem", k.secret, k.wrapping, gcm),
      ["import-format-enum"],
    ],
    [
      "wrapKey: TypeError for a key that is none",
      TypeError,
      (k) => subtle.wrapKey("raw", {}, k.wrapping, gcm),
      ["conversion-first"],
    ],
    [
      "wrapKey: TypeError without the iv",
      TypeError,
      (k) => subtle.wrapKey("raw", k.secret, k.wrapping, "AES-GCM"),
      ["normalize-member-required"],
    ],
    [
      "unwrapKey: OperationError for changed bytes",
      "OperationError",
      (k) => unwrap(k, flipped(k.wrapped, 0)),
      ["unwrap-operation-error"],
    ],
    [
      "unwrapKey: OperationError with another iv",
      "OperationError",
      (k) => {
        const other = { name: "AES-GCM", iv: repeated(1, 12) };
        return subtle.unwrapKey("raw", k.wrapped, k.wrapping, other, "AES-CBC", true, ["encrypt"]);
      },
      ["unwrap-operation-error"],
    ],
    [
      "unwrapKey: DataError for a key of a wrong length",
      "DataError",
      (k) => unwrap(k, k.short),
      ["unwrap-import-error"],
    ],
    [
      "unwrapKey: SyntaxError for a usage the key cannot have",
      "SyntaxError",
      (k) => unwrap(k, k.wrapped, ["sign"]),
      ["unwrap-import-error"],
    ],
    [
      "unwrapKey: SyntaxError without usages",
      "SyntaxError",
      (k) => unwrap(k, k.wrapped, []),
      ["unwrap-usages-required"],
    ],
    [
      "unwrapKey: NotSupportedError for spki of a secret key",
      "NotSupportedError",
      (k) => unwrap(k, k.wrapped, ["encrypt"], { format: "spki" }),
      ["unwrap-import-error"],
    ],
    [
      "unwrapKey: DataError for bytes that are no spki",
      "DataError",
      (k) =>
        unwrap(k, k.wrapped, ["verify"], {
          algorithm: { name: "ECDSA", namedCurve: "P-256" },
          format: "spki",
        }),
      ["unwrap-import-error"],
    ],
    [
      "unwrapKey: TypeError for wrapped bytes that are none",
      TypeError,
      (k) => unwrap(k, "bytes"),
      ["buffer-source-required"],
    ],
    [
      "unwrapKey: a missing member of the key's algorithm comes before the bytes",
      TypeError,
      (k) => unwrap(k, flipped(k.wrapped, 0), ["sign"], { algorithm: "HMAC" }),
      ["unwrap-normalize"],
    ],
  ],
  given,
);

// Parse a JWK, from the bytes that were unwrapped.
const k = base64url(aes_keys[128]);
function unwrap_jwk(context, sealed) {
  return unwrap(context, sealed, ["encrypt"], { format: "jwk" });
}

for (const [statement, text] of [
  ["a JSON array", "[]"],
  ["an object without kty", JSON.stringify({ k })],
  ["another kty", JSON.stringify({ kty: "RSA", k })],
  ["another alg", JSON.stringify({ kty: "oct", k, alg: "A128GCM" })],
  ["key_ops without the usage", JSON.stringify({ kty: "oct", k, key_ops: ["decrypt"] })],
  ["ext false for an extractable key", JSON.stringify({ kty: "oct", k, ext: false })],
]) {
  promise_test(
    async (t) => {
      const sealed = await seal(ascii(text));
      await promise_rejects_dom(t, "DataError", unwrap_jwk(await given(), sealed));
    },
    `unwrapKey: DataError for a jwk that is ${statement}`,
    { requirements: ["unwrap-jwk-invalid", "unwrap-import-error"] },
  );
}

// The algorithm does not say whether the SyntaxError of JSON.parse becomes a DataError.
for (const [statement, text] of [
  ["is empty", ""],
  ["is no JSON", "{kty: 'oct'}"],
  ["is JSON cut short", '{"kty":"oct","k":"'],
]) {
  promise_test(
    async () => {
      const sealed = await seal(ascii(text));
      const error = await unwrap_jwk(await given(), sealed).then(
        () => null,
        (reason) => reason,
      );
      assert_not_equals(error, null, "is rejected");
      assert_in_array(error.name, ["DataError", "SyntaxError"]);
    },
    `unwrapKey: rejects a jwk whose text ${statement}`,
    { requirements: ["unwrap-jwk-invalid"] },
  );
}

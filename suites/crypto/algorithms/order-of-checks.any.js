// META: title=The order in which the methods of SubtleCrypto check their arguments
// META: spec=https://w3c.github.io/webcrypto/#subtlecrypto-interface-methods
// META: spec=https://webidl.spec.whatwg.org/#js-operations
// META: script=../resources/helpers.js
"use strict";

const data = new Uint8Array(16);

async function keys() {
  const { subtle } = crypto;
  const import_key = (algorithm, usages, extractable = true) =>
    subtle.importKey("raw", repeated(1, 16), algorithm, extractable, usages);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  return {
    subtle,
    sign: await import_key(hmac, ["sign"]),
    verify: await import_key(hmac, ["verify"]),
    encrypt: await import_key("AES-CBC", ["encrypt"]),
    decrypt: await import_key("AES-CBC", ["decrypt"]),
    wrap: await import_key("AES-KW", ["wrapKey"]),
    unwrap: await import_key("AES-KW", ["unwrapKey"]),
    bits: await import_key("HKDF", ["deriveBits"], false),
    derive: await import_key("HKDF", ["deriveKey"], false),
    hidden: await import_key("AES-CBC", ["encrypt"], false),
  };
}

// The beginning of the ids of the requirements on each method's key.
const prefixes = {
  encrypt: "encrypt-key",
  decrypt: "decrypt-key",
  sign: "sign-key",
  verify: "verify-key",
  deriveBits: "derive-bits",
  deriveKey: "derive-key",
  wrapKey: "wrap-key",
  unwrapKey: "unwrap-key",
};

const cbc = { name: "AES-CBC", iv: data };
const gcm = { name: "AES-GCM", iv: data };
const hkdf = { name: "HKDF", hash: "SHA-256", salt: data, info: data };
const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt: data, iterations: 1 };
const aes128 = { name: "AES-CBC", length: 128 };

// The key is of another algorithm than the one asked for.
rejection_table(
  [
    ["encrypt", (k) => k.subtle.encrypt(gcm, k.encrypt, data)],
    ["decrypt", (k) => k.subtle.decrypt(gcm, k.decrypt, data)],
    ["sign", (k) => k.subtle.sign("Ed25519", k.sign, data)],
    ["verify", (k) => k.subtle.verify("Ed25519", k.verify, data, data)],
    ["deriveBits", (k) => k.subtle.deriveBits(pbkdf2, k.bits, 128)],
    ["deriveKey", (k) => k.subtle.deriveKey(pbkdf2, k.derive, aes128, true, ["encrypt"])],
    ["wrapKey", (k) => k.subtle.wrapKey("raw", k.encrypt, k.wrap, cbc)],
    [
      "unwrapKey",
      (k) => k.subtle.unwrapKey("raw", data, k.unwrap, cbc, "AES-CBC", true, ["encrypt"]),
    ],
  ].map(([method, call]) => [
    `${method}: InvalidAccessError for a key of another algorithm`,
    "InvalidAccessError",
    call,
    [`${prefixes[method]}-algorithm`],
  ]),
  keys,
);

// The key may not be used so.
rejection_table(
  [
    ["encrypt", (k) => k.subtle.encrypt(cbc, k.decrypt, data)],
    ["decrypt", (k) => k.subtle.decrypt(cbc, k.encrypt, data)],
    ["sign", (k) => k.subtle.sign("HMAC", k.verify, data)],
    ["verify", (k) => k.subtle.verify("HMAC", k.sign, data, data)],
    ["deriveBits", (k) => k.subtle.deriveBits(hkdf, k.derive, 128)],
    ["deriveKey", (k) => k.subtle.deriveKey(hkdf, k.bits, aes128, true, ["encrypt"])],
    ["wrapKey", (k) => k.subtle.wrapKey("raw", k.encrypt, k.unwrap, "AES-KW")],
    ["wrapKey with encrypt alone", (k) => k.subtle.wrapKey("raw", k.sign, k.encrypt, cbc)],
    [
      "unwrapKey",
      (k) => k.subtle.unwrapKey("raw", data, k.wrap, "AES-KW", "AES-CBC", true, ["encrypt"]),
    ],
    [
      "unwrapKey with decrypt alone",
      (k) => k.subtle.unwrapKey("raw", data, k.decrypt, cbc, "AES-CBC", true, ["encrypt"]),
    ],
  ].map(([method, call]) => [
    `${method}: InvalidAccessError for a key without the usage`,
    "InvalidAccessError",
    call,
    [`${prefixes[method.split(" ")[0]]}-usage`],
  ]),
  keys,
);

rejection_table(
  [
    [
      "exportKey: InvalidAccessError for a key that is not extractable",
      "InvalidAccessError",
      (k) => k.subtle.exportKey("raw", k.hidden),
      ["export-extractable"],
    ],
    [
      "wrapKey: InvalidAccessError for a key to wrap that is not extractable",
      "InvalidAccessError",
      (k) => k.subtle.wrapKey("raw", k.hidden, k.wrap, "AES-KW"),
      ["wrap-extractable"],
    ],
    [
      "exportKey: NotSupportedError comes before extractable is looked at",
      "NotSupportedError",
      (k) => k.subtle.exportKey("raw", k.bits),
      ["export-operation"],
    ],
    [
      "wrapKey: NotSupportedError for a key to wrap whose algorithm has no export",
      "NotSupportedError",
      (k) => k.subtle.wrapKey("raw", k.bits, k.wrap, "AES-KW"),
      ["wrap-no-export"],
    ],
    [
      "exportKey: the format is not looked at before extractable",
      "InvalidAccessError",
      (k) => k.subtle.exportKey("spki", k.hidden),
      ["export-order"],
    ],
    [
      "encrypt: an iv of a wrong length is not looked at before the usage",
      "InvalidAccessError",
      (k) => k.subtle.encrypt({ name: "AES-CBC", iv: new Uint8Array(1) }, k.decrypt, data),
      ["encrypt-key-first"],
    ],
    [
      "deriveBits: a null length is not looked at before the usage",
      "InvalidAccessError",
      (k) => k.subtle.deriveBits(hkdf, k.derive, null),
      ["derive-bits-usage"],
    ],
    // WebIDL converts all arguments before the method's own steps begin.
    [
      "sign: TypeError for a key that is none, before the unknown name",
      TypeError,
      (k) => k.subtle.sign("unknown", {}, data),
      ["conversion-first"],
    ],
    [
      "digest: TypeError for data that are none, before the unknown name",
      TypeError,
      (k) => k.subtle.digest("unknown", "text"),
      ["conversion-first", "buffer-source-required"],
    ],
    [
      "encrypt: TypeError for data that are none, before the key's usage",
      TypeError,
      (k) => k.subtle.encrypt(cbc, k.decrypt, [1, 2, 3]),
      ["conversion-first", "buffer-source-required"],
    ],
    [
      "verify: TypeError for a signature that is none",
      TypeError,
      (k) => k.subtle.verify("HMAC", k.sign, null, data),
      ["buffer-source-required"],
    ],
    [
      "generateKey: TypeError for an unknown usage, before the unknown name",
      TypeError,
      (k) => k.subtle.generateKey("unknown", true, ["unknown"]),
      ["generate-usage-enum", "conversion-first"],
    ],
    [
      "generateKey: TypeError for usages that are no sequence",
      TypeError,
      (k) => k.subtle.generateKey("unknown", true, "sign"),
      ["conversion-first"],
    ],
    [
      "importKey: TypeError for an unknown format, before the unknown name",
      TypeError,
      (k) => k.subtle.importKey("pem", data, "unknown", true, []),
      ["import-format-enum", "conversion-first"],
    ],
    [
      "importKey: TypeError for a usage in upper case",
      TypeError,
      (k) => k.subtle.importKey("raw", data, "AES-CBC", true, ["Encrypt"]),
      ["generate-usage-enum"],
    ],
    [
      "exportKey: TypeError for an unknown format, before extractable",
      TypeError,
      (k) => k.subtle.exportKey("RAW", k.hidden),
      ["import-format-enum", "conversion-first"],
    ],
    [
      "importKey: NotSupportedError comes before bytes given as jwk",
      "NotSupportedError",
      (k) => k.subtle.importKey("jwk", data, "unknown", true, []),
      ["import-name-first"],
    ],
    [
      "importKey: NotSupportedError comes before an object given as raw",
      "NotSupportedError",
      (k) => k.subtle.importKey("raw", { kty: "oct" }, "unknown", true, []),
      ["import-name-first"],
    ],
    ...["spki", "pkcs8"].map((format) => [
      `importKey: TypeError for an object given as ${format}`,
      TypeError,
      (k) => k.subtle.importKey(format, { kty: "OKP" }, "Ed25519", true, ["sign"]),
      ["import-bytes"],
    ]),
    [
      "importKey: TypeError for bytes given as jwk",
      TypeError,
      (k) => k.subtle.importKey("jwk", data, "AES-CBC", true, ["encrypt"]),
      ["import-jwk-object"],
    ],
    [
      "importKey: TypeError for an object given as raw",
      TypeError,
      (k) => k.subtle.importKey("raw", { kty: "oct" }, "AES-CBC", true, ["encrypt"]),
      ["import-bytes"],
    ],
    [
      "importKey: a wrong usage comes before the length of the key",
      "SyntaxError",
      (k) => k.subtle.importKey("raw", new Uint8Array(3), "AES-CBC", true, ["sign"]),
      ["import-usage-first"],
    ],
    [
      "importKey: the length of the key comes before missing usages",
      "DataError",
      (k) => k.subtle.importKey("raw", new Uint8Array(3), "AES-CBC", true, []),
      ["import-usage-first"],
    ],
    [
      "importKey: SyntaxError for a secret key without usages",
      "SyntaxError",
      (k) => k.subtle.importKey("raw", data, "AES-CBC", true, []),
      ["import-usages-required"],
    ],
    // AES-CBC, Generate Key: step 1 throws SyntaxError if "usages contains an entry which is not"
    // one of the four; only step 2 throws OperationError for a length that is not 128, 192 or 256.
    [
      "generateKey: a wrong usage comes before the length of the key",
      "SyntaxError",
      (k) => k.subtle.generateKey({ name: "AES-CBC", length: 100 }, true, ["sign"]),
      ["generate-usage-first"],
    ],
    [
      "generateKey: the length of the key comes before missing usages",
      "OperationError",
      (k) => k.subtle.generateKey({ name: "AES-CBC", length: 100 }, true, []),
      ["generate-usage-first"],
    ],
  ],
  keys,
);

promise_test(
  async (t) => {
    let read = false;
    const algorithm = {
      get name() {
        read = true;
        return "SHA-256";
      },
    };
    await promise_rejects_js(t, TypeError, crypto.subtle.digest(algorithm, "text"));
    assert_false(read);
  },
  "digest: the algorithm is not read where the data are none",
  { requirements: ["conversion-first"] },
);

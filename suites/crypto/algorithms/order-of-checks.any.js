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
  ]),
  keys,
);

rejection_table(
  [
    [
      "exportKey: InvalidAccessError for a key that is not extractable",
      "InvalidAccessError",
      (k) => k.subtle.exportKey("raw", k.hidden),
    ],
    [
      "wrapKey: InvalidAccessError for a key to wrap that is not extractable",
      "InvalidAccessError",
      (k) => k.subtle.wrapKey("raw", k.hidden, k.wrap, "AES-KW"),
    ],
    [
      "exportKey: NotSupportedError comes before extractable is looked at",
      "NotSupportedError",
      (k) => k.subtle.exportKey("raw", k.bits),
    ],
    [
      "wrapKey: NotSupportedError for a key to wrap whose algorithm has no export",
      "NotSupportedError",
      (k) => k.subtle.wrapKey("raw", k.bits, k.wrap, "AES-KW"),
    ],
    [
      "exportKey: the format is not looked at before extractable",
      "InvalidAccessError",
      (k) => k.subtle.exportKey("spki", k.hidden),
    ],
    [
      "encrypt: an iv of a wrong length is not looked at before the usage",
      "InvalidAccessError",
      (k) => k.subtle.encrypt({ name: "AES-CBC", iv: new Uint8Array(1) }, k.decrypt, data),
    ],
    [
      "deriveBits: a null length is not looked at before the usage",
      "InvalidAccessError",
      (k) => k.subtle.deriveBits(hkdf, k.derive, null),
    ],
    // WebIDL converts all arguments before the method's own steps begin.
    [
      "sign: TypeError for a key that is none, before the unknown name",
      TypeError,
      (k) => k.subtle.sign("unknown", {}, data),
    ],
    [
      "digest: TypeError for data that are none, before the unknown name",
      TypeError,
      (k) => k.subtle.digest("unknown", "text"),
    ],
    [
      "encrypt: TypeError for data that are none, before the key's usage",
      TypeError,
      (k) => k.subtle.encrypt(cbc, k.decrypt, [1, 2, 3]),
    ],
    [
      "verify: TypeError for a signature that is none",
      TypeError,
      (k) => k.subtle.verify("HMAC", k.sign, null, data),
    ],
    [
      "generateKey: TypeError for an unknown usage, before the unknown name",
      TypeError,
      (k) => k.subtle.generateKey("unknown", true, ["unknown"]),
    ],
    [
      "generateKey: TypeError for usages that are no sequence",
      TypeError,
      (k) => k.subtle.generateKey("unknown", true, "sign"),
    ],
    [
      "importKey: TypeError for an unknown format, before the unknown name",
      TypeError,
      (k) => k.subtle.importKey("pem", data, "unknown", true, []),
    ],
    [
      "importKey: TypeError for a usage in upper case",
      TypeError,
      (k) => k.subtle.importKey("raw", data, "AES-CBC", true, ["Encrypt"]),
    ],
    [
      "exportKey: TypeError for an unknown format, before extractable",
      TypeError,
      (k) => k.subtle.exportKey("RAW", k.hidden),
    ],
    [
      "importKey: NotSupportedError comes before bytes given as jwk",
      "NotSupportedError",
      (k) => k.subtle.importKey("jwk", data, "unknown", true, []),
    ],
    [
      "importKey: TypeError for bytes given as jwk",
      TypeError,
      (k) => k.subtle.importKey("jwk", data, "AES-CBC", true, ["encrypt"]),
    ],
    [
      "importKey: TypeError for an object given as raw",
      TypeError,
      (k) => k.subtle.importKey("raw", { kty: "oct" }, "AES-CBC", true, ["encrypt"]),
    ],
    [
      "importKey: a wrong usage comes before the length of the key",
      "SyntaxError",
      (k) => k.subtle.importKey("raw", new Uint8Array(3), "AES-CBC", true, ["sign"]),
    ],
    [
      "importKey: the length of the key comes before missing usages",
      "DataError",
      (k) => k.subtle.importKey("raw", new Uint8Array(3), "AES-CBC", true, []),
    ],
    [
      "importKey: SyntaxError for a secret key without usages",
      "SyntaxError",
      (k) => k.subtle.importKey("raw", data, "AES-CBC", true, []),
    ],
    // AES-CBC, Generate Key: step 1 throws SyntaxError if "usages contains an entry which is not"
    // one of the four; only step 2 throws OperationError for a length that is not 128, 192 or 256.
    [
      "generateKey: a wrong usage comes before the length of the key",
      "SyntaxError",
      (k) => k.subtle.generateKey({ name: "AES-CBC", length: 100 }, true, ["sign"]),
    ],
    [
      "generateKey: the length of the key comes before missing usages",
      "OperationError",
      (k) => k.subtle.generateKey({ name: "AES-CBC", length: 100 }, true, []),
    ],
  ],
  keys,
);

promise_test(async (t) => {
  let read = false;
  const algorithm = {
    get name() {
      read = true;
      return "SHA-256";
    },
  };
  await promise_rejects_js(t, TypeError, crypto.subtle.digest(algorithm, "text"));
  assert_false(read);
}, "digest: the algorithm is not read where the data are none");

// META: title=wrapKey and unwrapKey: what was wrapped comes back
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-wrapKey
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-unwrapKey
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
// META: script=../resources/okp-keys.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const iv = counted(16);
const usages = ["wrapKey", "unwrapKey"];

function counted(length) {
  return Uint8Array.from({ length }, (_, i) => i);
}

// Each gives the algorithm, the key that wraps and the key that unwraps.
async function aes_wrapper(algorithm) {
  const key = await import_aes(algorithm.name, 256, usages);
  return [algorithm, key, key];
}
const wrappers = {
  "AES-CBC": () => aes_wrapper({ name: "AES-CBC", iv }),
  "AES-CTR": () => aes_wrapper({ name: "AES-CTR", counter: iv, length: 64 }),
  "AES-GCM": () => aes_wrapper({ name: "AES-GCM", iv: iv.subarray(0, 12) }),
  "AES-KW": () => aes_wrapper({ name: "AES-KW" }),
  "RSA-OAEP": async () => [
    { name: "RSA-OAEP", label: iv },
    await import_rsa_public("RSA-OAEP", ["wrapKey"]),
    await import_rsa_private("RSA-OAEP", ["unwrapKey"]),
  ],
};

// [what is wrapped, algorithm, usages, format, data to import it from]
const hmac = { name: "HMAC", hash: "SHA-256" };
const ecdsa = { name: "ECDSA", namedCurve: "P-256" };
const rsa_pss = { name: "RSA-PSS", hash: "SHA-256" };
const keys = {
  "raw of AES-GCM": [{ name: "AES-GCM" }, ["encrypt"], "raw", aes_keys[128]],
  "raw of HMAC": [hmac, ["sign", "verify"], "raw", counted(48)],
  "raw of a public key of X25519": [{ name: "X25519" }, [], "raw", okp_keys.X25519.raw],
  "spki of a public key of ECDSA": [ecdsa, ["verify"], "spki", ec_keys["P-256"].spki],
  "pkcs8 of a private key of Ed25519": [
    { name: "Ed25519" },
    ["sign"],
    "pkcs8",
    okp_keys.Ed25519.pkcs8,
  ],
  "pkcs8 of a private key of RSA-PSS": [rsa_pss, ["sign"], "pkcs8", rsa_pkcs8],
};

for (const [wrapper, make] of Object.entries(wrappers)) {
  for (const [what, [algorithm, key_usages, format, data]] of Object.entries(keys)) {
    // AES-KW takes multiples of 8 bytes, RSA-OAEP with this key no more than 190 bytes.
    const fits =
      (wrapper !== "AES-KW" || data.length % 8 === 0) &&
      (wrapper !== "RSA-OAEP" || data.length <= 190);
    if (!fits) {
      continue;
    }
    promise_test(
      async () => {
        const [wrapping, wrap_with, unwrap_with] = await make();
        const key = await subtle.importKey(format, data, algorithm, true, key_usages);
        const wrapped = await subtle.wrapKey(format, key, wrap_with, wrapping);
        assert_true(wrapped instanceof ArrayBuffer);
        const args = [wrapped, unwrap_with, wrapping, algorithm, true, key_usages];
        const unwrapped = await subtle.unwrapKey(format, ...args);
        assert_equals(unwrapped.type, key.type);
        assert_true(unwrapped.extractable);
        assert_equals(unwrapped.algorithm.name, algorithm.name);
        assert_array_equals([...unwrapped.usages].sort(), [...key_usages].sort());
        assert_buffer(await subtle.exportKey(format, unwrapped), data);
      },
      `${wrapper}: ${what}`,
      {
        requirements:
          wrapper === "AES-KW"
            ? ["kw-wrap", "kw-unwrap", "unwrap-extractable"]
            : ["wrap-encrypts", "unwrap-decrypts", "unwrap-extractable"],
      },
    );
  }
}

// A jwk is wrapped as JSON, of which the length is not fixed: AES-KW may or may not take it.
for (const wrapper of ["AES-CBC", "AES-CTR", "AES-GCM", "RSA-OAEP"]) {
  promise_test(
    async () => {
      const [wrapping, wrap_with, unwrap_with] = await wrappers[wrapper]();
      const key = await import_aes("AES-GCM", 128, ["encrypt"]);
      const wrapped = await subtle.wrapKey("jwk", key, wrap_with, wrapping);
      const args = [wrapped, unwrap_with, wrapping, "AES-GCM", true, ["encrypt"]];
      const unwrapped = await subtle.unwrapKey("jwk", ...args);
      assert_buffer(await subtle.exportKey("raw", unwrapped), aes_keys[128]);
    },
    `${wrapper}: jwk of AES-GCM`,
    { requirements: ["wrap-jwk", "unwrap-jwk"] },
  );
}

promise_test(
  async () => {
    const [wrapping, key] = await wrappers["AES-GCM"]();
    const decrypting = await import_aes("AES-GCM", 256, ["decrypt"]);
    const secret = await import_aes("AES-CBC", 128, ["encrypt"]);
    const wrapped = await subtle.wrapKey("jwk", secret, key, wrapping);
    const text = String.fromCharCode(
      ...new Uint8Array(await subtle.decrypt(wrapping, decrypting, wrapped)),
    );
    const jwk = JSON.parse(text);
    assert_equals(jwk.kty, "oct");
    assert_equals(jwk.k, base64url(aes_keys[128]));
    assert_equals(jwk.alg, "A128CBC");
    assert_true(jwk.ext);
    assert_array_equals(jwk.key_ops, ["encrypt"]);
  },
  "a wrapped jwk is the exported jwk in JSON",
  { requirements: ["wrap-jwk"] },
);

promise_test(
  async () => {
    const [wrapping, key] = await wrappers["AES-CBC"]();
    const encrypting = await import_aes("AES-CBC", 256, ["encrypt"]);
    const secret = await import_aes("AES-GCM", 128, ["encrypt"]);
    const wrapped = await subtle.wrapKey("raw", secret, key, wrapping);
    assert_buffer(wrapped, await subtle.encrypt(wrapping, encrypting, aes_keys[128]));
  },
  "a key wrapped with AES-CBC is its raw bytes encrypted with AES-CBC",
  { requirements: ["wrap-encrypts"] },
);

promise_test(
  async () => {
    const [wrapping, key] = await wrappers["AES-GCM"]();
    const encrypting = await import_aes("AES-GCM", 256, ["encrypt"]);
    const json = ` {"kty": "oct", "k": "${base64url(aes_keys[128])}", "ext": false} `;
    const wrapped = await subtle.encrypt(wrapping, encrypting, ascii(json));
    const args = [wrapped, key, wrapping, "AES-CTR", false, ["decrypt"]];
    assert_key(await subtle.unwrapKey("jwk", ...args), {
      type: "secret",
      extractable: false,
      algorithm: { name: "AES-CTR", length: 128 },
      usages: ["decrypt"],
    });
  },
  "a jwk wrapped elsewhere, with ext false, is unwrapped as not extractable",
  { requirements: ["unwrap-jwk", "unwrap-extractable"] },
);

promise_test(
  async () => {
    const [wrapping, key] = await wrappers["AES-GCM"]();
    const secret = await import_aes("AES-CBC", 128, ["encrypt"]);
    const wrapped = await subtle.wrapKey("raw", secret, key, wrapping);
    const promise = subtle.unwrapKey("raw", wrapped, key, wrapping, "AES-CTR", true, ["decrypt"]);
    new Uint8Array(wrapped).fill(0);
    assert_buffer(await subtle.exportKey("raw", await promise), aes_keys[128]);
  },
  "a change of the wrapped bytes after the call of unwrapKey has no effect",
  { requirements: ["unwrap-data-copied"] },
);

for (const [wrapper, make] of Object.entries(wrappers)) {
  promise_test(
    async (t) => {
      const [wrapping, wrap_with, unwrap_with] = await make();
      const secret = await import_aes("AES-CBC", 128, ["encrypt", "decrypt"]);
      const wrapped = await subtle.wrapKey("raw", secret, wrap_with, wrapping);
      const args = ["AES-CBC", false, ["decrypt", "encrypt", "decrypt"]];
      const key = await subtle.unwrapKey("raw", wrapped, unwrap_with, wrapping, ...args);
      assert_false(key.extractable);
      assert_array_equals(key.usages, ["encrypt", "decrypt"]);
      await promise_rejects_dom(t, "InvalidAccessError", subtle.exportKey("raw", key));
    },
    `${wrapper}: a key wrapped as raw is extractable and usable only as asked`,
    { requirements: ["unwrap-extractable", "key-usages-normalized"] },
  );
}

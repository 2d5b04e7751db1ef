// META: title=Normalizing the hash of an algorithm, wherever one is asked for
// META: spec=https://w3c.github.io/webcrypto/#algorithm-normalization-normalize-an-algorithm
// META: spec=https://w3c.github.io/webcrypto/#hash-algorithm-identifier
// META: script=../resources/helpers.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const bytes = repeated(1, 48);
const salt = repeated(2, 16);

async function given() {
  const import_secret = (name) =>
    subtle.importKey("raw", bytes, name, false, ["deriveBits", "deriveKey"]);
  const signing = await import_ec_private("ECDSA", "P-256", ["sign"]);
  return {
    signing,
    verifying: await import_ec_public("ECDSA", "P-256", ["verify"]),
    signature: await subtle.sign({ name: "ECDSA", hash: "SHA-384" }, signing, bytes),
    hkdf: await import_secret("HKDF"),
    pbkdf2: await import_secret("PBKDF2"),
    kw: await subtle.importKey("raw", salt, "AES-KW", true, ["wrapKey", "unwrapKey"]),
  };
}
const hkdf = (hash) => ({ name: "HKDF", hash, salt, info: salt });
const pbkdf2 = (hash) => ({ name: "PBKDF2", hash, salt, iterations: 1 });
const hmac = (hash) => ({ name: "HMAC", hash });

const calls = {
  "generateKey of HMAC": (k, hash) => subtle.generateKey(hmac(hash), true, ["sign"]),
  "importKey of HMAC": (k, hash) => subtle.importKey("raw", bytes, hmac(hash), true, ["sign"]),
  "importKey of RSA-PSS": (k, hash) =>
    subtle.importKey("spki", rsa_spki, { name: "RSA-PSS", hash }, true, ["verify"]),
  "importKey of RSA-OAEP": (k, hash) =>
    subtle.importKey("jwk", rsa_public_jwk, { name: "RSA-OAEP", hash }, true, ["encrypt"]),
  "deriveKey of HMAC": (k, hash) =>
    subtle.deriveKey(hkdf("SHA-256"), k.hkdf, hmac(hash), true, ["sign"]),
  "deriveKey with HKDF": (k, hash) =>
    subtle.deriveKey(hkdf(hash), k.hkdf, { name: "AES-CBC", length: 128 }, true, ["encrypt"]),
  "sign with ECDSA": (k, hash) => subtle.sign({ name: "ECDSA", hash }, k.signing, bytes),
  "verify with ECDSA": (k, hash) =>
    subtle.verify({ name: "ECDSA", hash }, k.verifying, k.signature, bytes),
  "deriveBits with HKDF": (k, hash) => subtle.deriveBits(hkdf(hash), k.hkdf, 128),
  "deriveBits with PBKDF2": (k, hash) => subtle.deriveBits(pbkdf2(hash), k.pbkdf2, 128),
};

// What tells one hash from another: that of a key, or the bits. A signature of ECDSA is random.
function shown(result) {
  if (result instanceof CryptoKey) {
    return result.algorithm.hash?.name;
  }
  return typeof result === "boolean" ? result : to_hex(result);
}

for (const [call, run] of Object.entries(calls)) {
  for (const [statement, hash] of [
    ["a string in lower case", "sha-384"],
    ["an object with a name", { name: "SHA-384" }],
    ["an object with a name in mixed case", { name: "Sha-384" }],
  ]) {
    promise_test(
      async () => {
        const context = await given();
        const result = await run(context, hash);
        if (call.startsWith("sign")) {
          assert_true(
            await calls["verify with ECDSA"]({ ...context, signature: result }, "SHA-384"),
          );
        } else {
          assert_equals(shown(result), shown(await run(context, "SHA-384")));
        }
      },
      `${call}: takes ${statement} for hash`,
      { requirements: ["normalize-hash", "key-algorithm-names"] },
    );
  }

  rejection_table(
    [
      ["an unknown hash", "NotSupportedError", "SHA-257", "normalize-unknown"],
      ["a hash without its hyphen", "NotSupportedError", "SHA384", "normalize-exact"],
      ["a hash that is no digest", "NotSupportedError", "AES-CBC", "normalize-hash-unknown"],
      ["a missing hash", TypeError, undefined, "normalize-hash-required"],
    ].map(([statement, error, hash, requirement]) => [
      `${call}: ${error.name ?? error} for ${statement}`,
      error,
      (k) => run(k, hash),
      [requirement],
    ]),
    given,
  );
}

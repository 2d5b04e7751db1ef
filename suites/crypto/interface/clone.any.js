// META: title=Structured clones of keys
// META: spec=https://w3c.github.io/webcrypto/#cryptokey-interface-serializable
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
// META: script=../resources/okp-keys.js
// META: script=../resources/every-key.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const data = ascii("data");
const key_of = (label) => import_every(every_key.find((key) => key.label === label));

for (const key of every_key) {
  promise_test(
    async () => {
      const original = await import_every(key);
      const clone = structuredClone(original);
      assert_true(clone instanceof CryptoKey);
      assert_not_equals(clone, original);
      assert_equals(clone.type, original.type);
      assert_equals(clone.extractable, original.extractable);
      assert_array_equals(clone.usages, original.usages);
      assert_equals(JSON.stringify(clone.algorithm), JSON.stringify(original.algorithm));
      assert_not_equals(clone.algorithm, original.algorithm);
    },
    `${key.label}: the clone has the members of the original`,
    { requirements: ["key-clone"] },
  );

  if (key.extractable) {
    promise_test(
      async () => {
        const original = await import_every(key);
        const [format] = Object.keys(key.data);
        assert_buffer(
          await subtle.exportKey(format, structuredClone(original)),
          await subtle.exportKey(format, original),
        );
      },
      `${key.label}: the clone is the same key`,
      { requirements: ["key-clone"] },
    );
  }
}

for (const [name, parameters] of [
  ["RSASSA-PKCS1-v1_5", {}],
  ["RSA-PSS", { saltLength: 16 }],
  ["ECDSA", { hash: "SHA-256" }],
  ["Ed25519", {}],
]) {
  promise_test(
    async () => {
      const algorithm = { name, ...parameters };
      const private_key = structuredClone(await key_of(`private ${name}`));
      const signature = await subtle.sign(algorithm, private_key, data);
      const public_key = structuredClone(await key_of(`public ${name}`));
      assert_true(await subtle.verify(algorithm, public_key, signature, data));
    },
    `${name}: clones sign and verify`,
    { requirements: ["key-clone-usable"] },
  );
}

for (const [name, parameters] of [
  ["AES-CBC", { iv: new Uint8Array(16) }],
  ["AES-CTR", { counter: new Uint8Array(16), length: 64 }],
  ["AES-GCM", { iv: new Uint8Array(12) }],
]) {
  promise_test(
    async () => {
      const algorithm = { name, ...parameters };
      const key = await key_of(name);
      const ciphertext = await subtle.encrypt(algorithm, structuredClone(key), data);
      assert_buffer(await subtle.decrypt(algorithm, key, ciphertext), data);
    },
    `${name}: the original decrypts what the clone encrypted`,
    { requirements: ["key-clone-usable"] },
  );
}

promise_test(
  async () => {
    const key = await key_of("HMAC");
    const signature = await subtle.sign("HMAC", structuredClone(key), data);
    assert_true(await subtle.verify("HMAC", key, signature, data));
  },
  "HMAC: the original verifies what the clone signed",
  { requirements: ["key-clone-usable"] },
);

promise_test(
  async () => {
    const key = await key_of("HKDF");
    const empty = new Uint8Array();
    const algorithm = { name: "HKDF", hash: "SHA-256", salt: empty, info: empty };
    const expected = await subtle.deriveBits(algorithm, key, 256);
    assert_buffer(await subtle.deriveBits(algorithm, structuredClone(key), 256), expected);
  },
  "HKDF: the clone derives the same bits",
  { requirements: ["key-clone-usable"] },
);

promise_test(
  async () => {
    const key = await key_of("HMAC");
    const { first, again, list } = structuredClone({ first: key, again: key, list: [key] });
    assert_equals(first, again);
    assert_equals(first, list[0]);
    assert_not_equals(first, key);
  },
  "a key that an object holds several times is one key in the clone",
  { requirements: ["key-clone"] },
);

promise_test(
  async (t) => {
    const key = structuredClone(await key_of("HKDF"));
    await promise_rejects_dom(t, "NotSupportedError", subtle.exportKey("raw", key));
  },
  "the clone of a key that has no export has none either",
  { requirements: ["key-clone-hidden"] },
);

promise_test(
  async () => {
    const key = await key_of("HMAC");
    Reflect.set(key.algorithm, "name", "AES-GCM");
    Reflect.set(key.usages, 0, "encrypt");
    const clone = structuredClone(key);
    assert_equals(clone.algorithm.name, "HMAC");
    assert_array_equals(clone.usages, ["sign", "verify"]);
  },
  "what was written into the objects of the original is not in the clone",
  { requirements: ["key-clone", "key-algorithm-apart", "key-usages-apart"] },
);

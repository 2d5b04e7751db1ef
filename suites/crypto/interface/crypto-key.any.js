// META: title=CryptoKey
// META: spec=https://w3c.github.io/webcrypto/#cryptokey-interface
// META: spec=https://w3c.github.io/webcrypto/#cryptokey-interface-members
// META: spec=https://w3c.github.io/webcrypto/#cryptokey-interface-serializable
// META: spec=https://w3c.github.io/webcrypto/#concept-normalized-usages
// META: script=../resources/helpers.js
// META: script=../resources/ec-keys.js
"use strict";

function import_hmac(extractable = true, usages = ["sign", "verify"]) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", repeated(7, 32), algorithm, extractable, usages);
}

promise_test(
  async () => {
    assert_equals((await import_hmac()).type, "secret");
  },
  "type is secret for a symmetric key",
  { requirements: ["key-type"] },
);

promise_test(
  async () => {
    assert_equals((await import_ec_public("ECDSA", "P-256", ["verify"])).type, "public");
  },
  "type is public for a public key",
  { requirements: ["key-type"] },
);

promise_test(
  async () => {
    assert_equals((await import_ec_private("ECDSA", "P-256", ["sign"])).type, "private");
  },
  "type is private for a private key",
  { requirements: ["key-type"] },
);

promise_test(
  async () => {
    const key = await import_hmac();
    assert_equals(Object.prototype.toString.call(key), "[object CryptoKey]");
  },
  "has the class string CryptoKey",
  { requirements: ["crypto-class-string"] },
);

for (const extractable of [true, false]) {
  promise_test(
    async () => {
      assert_equals((await import_hmac(extractable)).extractable, extractable);
    },
    `extractable is ${extractable} when imported so`,
    { requirements: ["key-extractable", "import-extractable"] },
  );
}

promise_test(
  async () => {
    const key = await import_hmac();
    assert_equals(key.algorithm, key.algorithm);
  },
  "algorithm is the same object at every access",
  { requirements: ["key-algorithm-cached"] },
);

promise_test(
  async () => {
    const key = await import_hmac();
    assert_equals(key.usages, key.usages);
  },
  "usages is the same object at every access",
  { requirements: ["key-usages-cached"] },
);

promise_test(
  async () => {
    const key = await import_hmac();
    assert_true(Array.isArray(key.usages));
  },
  "usages is an Array",
  { requirements: ["key-usages-cached"] },
);

promise_test(
  async () => {
    const key = await import_hmac(true, ["verify", "sign", "verify", "sign"]);
    assert_array_equals([...key.usages].sort(), ["sign", "verify"]);
  },
  "usages has every usage once",
  { requirements: ["key-usages-normalized"] },
);

// importKey sets usages to their normalized value: "in the order listed in the list of recognized
// key usage values".
promise_test(
  async () => {
    const usages = ["unwrapKey", "decrypt", "wrapKey", "encrypt"];
    const key = await crypto.subtle.importKey("raw", repeated(7, 16), "AES-GCM", true, usages);
    assert_array_equals(key.usages, ["encrypt", "decrypt", "wrapKey", "unwrapKey"]);
  },
  "usages of an imported key are in the order of the enumeration, not of the call",
  { requirements: ["key-usages-normalized"] },
);

promise_test(
  async () => {
    const algorithm = { name: "hmac", hash: { name: "sha-256" } };
    const key = await crypto.subtle.importKey("raw", repeated(7, 32), algorithm, true, ["sign"]);
    assert_not_equals(key.algorithm, algorithm);
    assert_equals(key.algorithm.name, "HMAC");
    assert_equals(key.algorithm.hash.name, "SHA-256");
  },
  "algorithm is a new object with the normalized names",
  { requirements: ["key-algorithm-names"] },
);

promise_test(
  async () => {
    const algorithm = { name: "HMAC", hash: "SHA-256", extra: 1 };
    const key = await crypto.subtle.importKey("raw", repeated(7, 32), algorithm, true, ["sign"]);
    assert_array_equals(Object.keys(key.algorithm).sort(), ["hash", "length", "name"]);
  },
  "algorithm has the members of its dictionary and no others",
  { requirements: ["key-algorithm-members", "normalize-extra-members"] },
);

promise_test(
  async () => {
    const key = await import_hmac();
    const data = ascii("data");
    const before = await crypto.subtle.sign("HMAC", key, data);
    Reflect.set(key.algorithm, "name", "AES-GCM");
    Reflect.set(key.algorithm.hash, "name", "SHA-1");
    assert_buffer(await crypto.subtle.sign("HMAC", key, data), before);
  },
  "changing the object algorithm does not change the key",
  { requirements: ["key-algorithm-apart"] },
);

promise_test(
  async (t) => {
    const key = await import_hmac(true, ["verify"]);
    Reflect.set(key.usages, 0, "sign");
    await promise_rejects_dom(
      t,
      "InvalidAccessError",
      crypto.subtle.sign("HMAC", key, new Uint8Array()),
    );
  },
  "changing the array usages does not change what the key may be used for",
  { requirements: ["key-usages-apart"] },
);

promise_test(
  async () => {
    const iv = new Uint8Array(16);
    const usages = ["encrypt", "decrypt"];
    const key = await crypto.subtle.importKey("raw", repeated(7, 16), "AES-CBC", true, usages);
    Reflect.set(key.usages, "length", 0);
    const sealed = await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, iv);
    assert_buffer(await crypto.subtle.decrypt({ name: "AES-CBC", iv }, key, sealed), iv);
  },
  "taking usages out of the array usages does not take them from the key",
  { requirements: ["key-usages-apart"] },
);

promise_test(
  async (t) => {
    const key = await import_hmac(false);
    try {
      key.extractable = true;
    } catch {
      // An attribute without a setter throws in strict mode.
    }
    assert_false(key.extractable);
    await promise_rejects_dom(t, "InvalidAccessError", crypto.subtle.exportKey("raw", key));
  },
  "extractable is read-only",
  { requirements: ["key-read-only"] },
);

for (const name of ["type", "extractable", "algorithm", "usages"]) {
  test(
    () => {
      const { get, set } = Object.getOwnPropertyDescriptor(CryptoKey.prototype, name);
      assert_equals(set, undefined);
      assert_throws_js(TypeError, () => get.call({}));
    },
    `the getter of ${name} throws TypeError on an object that is not a CryptoKey`,
    { requirements: ["key-read-only", "crypto-brand-checks"] },
  );
}

promise_test(
  async () => {
    const key = await import_hmac(true, ["sign"]);
    const clone = structuredClone(key);
    assert_not_equals(clone, key);
    assert_key(clone, {
      type: "secret",
      extractable: true,
      algorithm: { name: "HMAC", hash: "SHA-256", length: 256 },
      usages: ["sign"],
    });
    assert_buffer(await crypto.subtle.exportKey("raw", clone), repeated(7, 32));
  },
  "structuredClone() makes another CryptoKey for the same key",
  { requirements: ["key-clone"] },
);

promise_test(
  async (t) => {
    const clone = structuredClone(await import_hmac(false, ["sign"]));
    assert_false(clone.extractable);
    await promise_rejects_dom(t, "InvalidAccessError", crypto.subtle.exportKey("raw", clone));
  },
  "the clone of a key that is not extractable is not extractable either",
  { requirements: ["key-clone-hidden"] },
);

// META: title=The members of Crypto, SubtleCrypto and CryptoKey as properties
// META: spec=https://webidl.spec.whatwg.org/#define-the-operations
// META: spec=https://webidl.spec.whatwg.org/#define-the-attributes
// META: spec=https://w3c.github.io/webcrypto/#subtlecrypto-interface
// META: script=../resources/helpers.js
"use strict";

const methods = {
  Crypto: ["getRandomValues", "randomUUID"],
  SubtleCrypto: [
    "encrypt",
    "decrypt",
    "sign",
    "verify",
    "digest",
    "generateKey",
    "deriveKey",
    "deriveBits",
    "importKey",
    "exportKey",
    "wrapKey",
    "unwrapKey",
  ],
};
const attributes = {
  Crypto: ["subtle"],
  CryptoKey: ["type", "extractable", "algorithm", "usages"],
};
const requirements = ["crypto-prototype-members"];

for (const [name, members] of Object.entries(methods)) {
  for (const member of members) {
    test(
      () => {
        const { prototype } = globalThis[name];
        const descriptor = Object.getOwnPropertyDescriptor(prototype, member);
        assert_equals(typeof descriptor.value, "function", "is a method");
        assert_equals(descriptor.value.name, member, "its name");
        assert_true(descriptor.writable, "is writable");
        assert_true(descriptor.enumerable, "is enumerable");
        assert_true(descriptor.configurable, "is configurable");
      },
      `${name}.prototype.${member} is a writable, enumerable and configurable method`,
      { requirements },
    );
  }
}

for (const [name, members] of Object.entries(attributes)) {
  for (const member of members) {
    test(
      () => {
        const { prototype } = globalThis[name];
        const descriptor = Object.getOwnPropertyDescriptor(prototype, member);
        assert_equals(typeof descriptor.get, "function", "has a getter");
        assert_equals(descriptor.get.name, `get ${member}`, "the getter's name");
        assert_equals(descriptor.set, undefined, "has no setter");
        assert_true(descriptor.enumerable, "is enumerable");
        assert_true(descriptor.configurable, "is configurable");
      },
      `${name}.prototype.${member} is an enumerable and configurable getter`,
      { requirements },
    );
  }
}

promise_test(
  async () => {
    const digest = await crypto.subtle.digest("SHA-256", ascii("abc"), "more", {});
    assert_buffer(digest, await crypto.subtle.digest("SHA-256", ascii("abc")));
  },
  "digest() ignores arguments behind its last one",
  { requirements: ["subtle-ignores-more-arguments"] },
);

promise_test(
  async () => {
    const key = await crypto.subtle.importKey("raw", repeated(1, 16), "AES-CBC", true, ["encrypt"]);
    assert_array_equals(Object.keys(key), []);
  },
  "a key has no properties of its own that can be listed",
  { requirements: ["crypto-prototype-members"] },
);

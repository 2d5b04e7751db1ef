// META: title=The objects crypto and crypto.subtle
// META: spec=https://w3c.github.io/webcrypto/#crypto-interface
// META: spec=https://w3c.github.io/webcrypto/#subtlecrypto-interface
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
"use strict";

test(
  () => {
    assert_true(globalThis.crypto instanceof Crypto);
  },
  "crypto is a Crypto",
  { requirements: ["crypto-global"] },
);

test(
  () => {
    assert_equals(typeof globalThis.crypto, "object");
    assert_equals(globalThis.crypto, globalThis.crypto);
  },
  "crypto is the same object at every access",
  { requirements: ["crypto-same-object"] },
);

test(
  () => {
    assert_true(crypto.subtle instanceof SubtleCrypto);
  },
  "crypto.subtle is a SubtleCrypto",
  { requirements: ["subtle-same-object"] },
);

test(
  () => {
    assert_equals(crypto.subtle, crypto.subtle);
  },
  "crypto.subtle is the same object at every access",
  { requirements: ["subtle-same-object"] },
);

for (const [object, name] of [
  ["crypto", "Crypto"],
  ["crypto.subtle", "SubtleCrypto"],
]) {
  test(
    () => {
      const value = object === "crypto" ? crypto : crypto.subtle;
      assert_equals(Object.prototype.toString.call(value), `[object ${name}]`);
    },
    `${object} has the class string ${name}`,
    { requirements: ["crypto-class-string"] },
  );
}

for (const name of ["Crypto", "SubtleCrypto", "CryptoKey"]) {
  test(
    () => {
      assert_equals(typeof globalThis[name], "function");
      assert_throws_js(TypeError, () => new globalThis[name]());
    },
    `${name} has no constructor`,
    { requirements: ["crypto-no-constructor"] },
  );
}

test(
  () => {
    const { subtle } = crypto;
    try {
      crypto.subtle = null;
    } catch {
      // An attribute without a setter throws in strict mode.
    }
    assert_equals(crypto.subtle, subtle);
  },
  "crypto.subtle is read-only",
  { requirements: ["subtle-read-only"] },
);

test(
  () => {
    const { get } = Object.getOwnPropertyDescriptor(Crypto.prototype, "subtle");
    assert_throws_js(TypeError, () => get.call({}));
  },
  "the getter of subtle throws TypeError on an object that is not a Crypto",
  { requirements: ["crypto-brand-checks"] },
);

test(
  () => {
    const { getRandomValues } = crypto;
    assert_equals(typeof getRandomValues, "function");
    assert_throws_js(TypeError, () => getRandomValues.call({}, new Uint8Array(1)));
  },
  "getRandomValues throws TypeError on an object that is not a Crypto",
  { requirements: ["crypto-brand-checks"] },
);

// The number of required arguments, as WebIDL gives it to the property `length`.
const methods = {
  encrypt: 3,
  decrypt: 3,
  sign: 3,
  verify: 4,
  digest: 2,
  generateKey: 3,
  deriveKey: 5,
  deriveBits: 2,
  importKey: 5,
  exportKey: 2,
  wrapKey: 4,
  unwrapKey: 7,
};

for (const [name, length] of Object.entries(methods)) {
  test(
    () => {
      assert_own_property(SubtleCrypto.prototype, name);
      assert_equals(SubtleCrypto.prototype[name].length, length);
    },
    `SubtleCrypto.prototype.${name} has ${length} required arguments`,
    { requirements: ["subtle-method-length"] },
  );

  promise_test(
    async (t) => {
      const promise = crypto.subtle[name]();
      assert_true(promise instanceof Promise);
      await promise_rejects_js(t, TypeError, promise);
    },
    `${name}() without arguments returns a promise rejected with TypeError`,
    { requirements: ["subtle-missing-arguments", "subtle-promise-errors"] },
  );

  promise_test(
    async (t) => {
      const method = SubtleCrypto.prototype[name];
      const promise = method.call({}, ...Array(length).fill({}));
      assert_true(promise instanceof Promise);
      await promise_rejects_js(t, TypeError, promise);
    },
    `${name}() on an object that is not a SubtleCrypto returns a promise rejected with TypeError`,
    { requirements: ["crypto-brand-checks", "subtle-promise-errors"] },
  );
}

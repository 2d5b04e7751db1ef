// META: title=deriveBits(): lengths outside the range of unsigned long
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-deriveBits
// META: spec=https://webidl.spec.whatwg.org/#js-integer-types
"use strict";

const none = new Uint8Array();
const hkdf = { name: "HKDF", hash: "SHA-256", salt: none, info: none };

async function derive(length) {
  const key = await crypto.subtle.importKey("raw", new Uint8Array(32), "HKDF", false, [
    "deriveBits",
  ]);
  return crypto.subtle.deriveBits(hkdf, key, length);
}

// "[EnforceRange] optional unsigned long? length = null": Web IDL, ConvertToInt, step 6 throws a
// TypeError for what is no finite number and for what is out of range.
for (const length of [-1, 2 ** 32, 2 ** 32 + 128, Number.NaN, Number.POSITIVE_INFINITY]) {
  promise_test(
    (t) => promise_rejects_js(t, TypeError, derive(length)),
    `the length ${length} fails with TypeError`,
    { requirements: ["derive-bits-length-enforced"] },
  );
}

// Without [EnforceRange], as it was until 2026, step 10 of ConvertToInt takes the integer modulo 2^32.
for (const length of [2 ** 32 + 128, 128 - 2 ** 32]) {
  promise_test(
    async () => assert_equals((await derive(length)).byteLength, 16),
    `until 2026, the length ${length} is that of 128`,
    { requirements: ["derive-bits-length-modulo"] },
  );
}

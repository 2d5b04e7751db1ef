// Bytes as text and back, and tables of calls that have to be rejected.
"use strict";

// The bytes that hexadecimal digits stand for; white space among them is ignored.
function hex(text) {
  const digits = text.replace(/\s+/g, "");
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

function to_hex(buffer) {
  const bytes = ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function ascii(text) {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function repeated(byte, length) {
  return new Uint8Array(length).fill(byte);
}

function concat(...parts) {
  return Uint8Array.from(parts.flatMap((part) => Array.from(new Uint8Array(part))));
}

// A copy with one bit of one byte changed; a negative index counts from the end.
function flipped(bytes, index) {
  const copy = new Uint8Array(bytes);
  copy[index < 0 ? copy.length + index : index] ^= 1;
  return copy;
}

function base64url(bytes) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < Math.min(4, bytes.length - i + 1); k += 1) {
      text += alphabet[(group >> (18 - 6 * k)) & 63];
    }
  }
  return text;
}

// `actual` must be a new ArrayBuffer of these bytes: what the methods of SubtleCrypto return.
function assert_buffer(actual, expected, message) {
  assert_true(actual instanceof ArrayBuffer, `${message ?? "result"} is an ArrayBuffer`);
  assert_equals(to_hex(actual), to_hex(expected), message);
}

// Rows: [statement, error, call, requirements]. The error is TypeError or the name of a DOMException. The call
// gets what `given` resolves to, and must return a promise that is rejected; `given` runs apart
// from it, so that a failing preparation is not taken for the rejection.
function rejection_table(rows, given = async () => undefined) {
  for (const [statement, error, call, requirements] of rows) {
    promise_test(
      async (t) => {
        const promise = call(await given());
        if (error === TypeError) {
          await promise_rejects_js(t, TypeError, promise);
        } else {
          await promise_rejects_dom(t, error, promise);
        }
      },
      statement,
      { requirements },
    );
  }
}

// The members of a CryptoKey. The order of `usages` has a test of its own and is not looked at.
function assert_key(key, { type, extractable, algorithm, usages }) {
  assert_true(key instanceof CryptoKey, "is a CryptoKey");
  assert_equals(key.type, type, "type");
  assert_equals(key.extractable, extractable, "extractable");
  assert_array_equals([...key.usages].sort(), [...usages].sort(), "usages");
  assert_equals(key.algorithm.name, algorithm.name, "algorithm.name");
  for (const member of ["length", "namedCurve", "modulusLength"]) {
    assert_equals(key.algorithm[member], algorithm[member], `algorithm.${member}`);
  }
  assert_equals(key.algorithm.hash?.name, algorithm.hash, "algorithm.hash.name");
  if (algorithm.publicExponent === undefined) {
    assert_false("publicExponent" in key.algorithm, "has no algorithm.publicExponent");
  } else {
    assert_true(key.algorithm.publicExponent instanceof Uint8Array, "algorithm.publicExponent");
    assert_array_equals(key.algorithm.publicExponent, algorithm.publicExponent);
  }
}

// The members of a JSON Web Key, these and no others. The order of `key_ops` is not looked at.
function assert_jwk(jwk, expected) {
  const { key_ops, ...rest } = expected;
  assert_array_equals([...jwk.key_ops].sort(), [...key_ops].sort(), "key_ops");
  for (const [member, value] of Object.entries(rest)) {
    assert_equals(jwk[member], value, member);
  }
  assert_array_equals(Object.keys(jwk).sort(), Object.keys(expected).sort(), "members");
}

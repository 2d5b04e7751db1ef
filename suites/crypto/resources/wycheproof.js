// Subtests from the vectors of Project Wycheproof. The scripts of /_vectors/, which are made when
// winterproof is built, each call wycheproof_set(); a test file that has some of them among its
// scripts calls wycheproof_subtests() once.
"use strict";

const wycheproof_sets = [];

function wycheproof_set(set) {
  wycheproof_sets.push(set);
}

const base64url_values = {};
for (let i = 0; i < 64; i += 1) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  base64url_values[alphabet.charCodeAt(i)] = i;
}

function base64url_bytes(text) {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    bits = (bits << 6) | base64url_values[text.charCodeAt(i)];
    if (i % 4 > 0) {
      bytes[at] = bits >> (6 - 2 * (i % 4));
      at += 1;
    }
  }
  return bytes;
}

function same_bytes(actual, expected) {
  const bytes = new Uint8Array(actual);
  return bytes.length === expected.length && bytes.every((byte, i) => byte === expected[i]);
}

// A row of a set as an object. Numbers are what they are, all other fields are bytes.
function wycheproof_vector(set, group, [id, result, flag, comment, ...values]) {
  const vector = { set: set.name, group, id, result, flag, comment };
  set.fields.forEach((field, i) => {
    vector[field] = typeof values[i] === "string" ? base64url_bytes(values[i]) : values[i];
  });
  return vector;
}

// What is awaited must be rejected with an error of that name; gives what is wrong, or null. What
// kind of object the error is, is asked by the tests of the algorithms.
async function wrong_rejection(promise, name) {
  try {
    await promise;
  } catch (error) {
    return error.name === name ? null : `rejected with ${error}, not ${name}`;
  }
  return `not rejected with ${name}`;
}

// A subtest for the vectors of a group that have the same first flag, which says what they try.
// `check(vector)` resolves to what is wrong, or to null. `requirements` has ids for each result.
function wycheproof_subtests(check, requirements) {
  for (const set of wycheproof_sets) {
    for (const group of set.groups) {
      const parts = new Map();
      for (const row of group.vectors) {
        parts.set(row[2], [...(parts.get(row[2]) ?? []), row]);
      }
      const where = set.groups.length === 1 ? set.name : `${set.name}, group ${group.number}`;
      for (const [flag, rows] of parts) {
        const what =
          rows.length === 1
            ? `vector ${rows[0][0]}, ${rows[0][3] || flag}`
            : `${rows.length} vectors, ${flag ?? "all"}`;
        const results = [...new Set(rows.map((row) => row[1]))];
        promise_test(() => check_rows(check, set, group, rows), `${where}: ${what}`, {
          requirements: [...new Set(results.flatMap((result) => requirements[result] ?? []))],
        });
      }
    }
  }
}

async function check_rows(check, set, group, rows) {
  // Without crypto there is no need to read the vectors.
  assert_equals(typeof crypto.subtle, "object", "crypto.subtle");
  const failures = [];
  for (const row of rows) {
    const vector = wycheproof_vector(set, group, row);
    let failure = null;
    try {
      failure = await check(vector);
    } catch (error) {
      failure = `rejected with ${error}`;
    }
    if (failure !== null) {
      const comment = vector.comment ? ` (${vector.comment})` : "";
      failures.push(`vector ${vector.id}${comment}: ${failure}`);
    }
  }
  const listed = failures.slice(0, 8).join("; ");
  const more = failures.length > 8 ? `; and ${failures.length - 8} more` : "";
  assert_true(failures.length === 0, `${listed}${more}`);
}

// The key that all vectors of a group share, imported once.
function wycheproof_key(group, format, algorithm, usages) {
  group.imported ??= crypto.subtle.importKey(
    format,
    base64url_bytes(group.key),
    algorithm,
    false,
    usages,
  );
  return group.imported;
}

// The check of a vector of a signature: what is invalid gives false and never rejects.
function signature_check(key_of, algorithm_of) {
  return async (vector) => {
    const { group, result, msg, sig } = vector;
    const valid = await crypto.subtle.verify(algorithm_of(group), await key_of(group), sig, msg);
    const wrong = result === "valid" ? valid !== true : valid !== false;
    return wrong && result !== "acceptable" ? `${result}, and verify gives ${valid}` : null;
  };
}

// The check of a vector of ECDH. A private key is a number, which becomes a pkcs8 without the
// public key: RFC 5915, section 3, makes that part optional.
function ecdh_check(format, namedCurve) {
  const algorithm = { name: "ECDH", namedCurve };
  // The structure up to the private key, and how many bytes that has.
  const [prefix, length] = {
    "P-256": ["MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCA", 32],
    "P-384": ["ME4CAQAwEAYHKoZIzj0CAQYFK4EEACIENzA1AgEBBDA", 48],
    "P-521": ["MGACAQAwEAYHKoZIzj0CAQYFK4EEACMESTBHAgEBBEI", 66],
  }[namedCurve];
  const head = base64url_bytes(prefix);
  // Many vectors share a private key, and the public key takes long to compute.
  const imported = new Map();
  function import_private(number) {
    const digits = number.slice(Math.max(number.length - length, 0));
    const pkcs8 = new Uint8Array(head.length + length);
    pkcs8.set(head);
    pkcs8.set(digits, pkcs8.length - digits.length);
    const id = digits.join();
    if (!imported.has(id)) {
      const promise = crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["deriveBits"]);
      imported.set(id, promise);
    }
    return imported.get(id);
  }
  return async ({ result, public: point, private: number, shared }) => {
    const { subtle } = crypto;
    const key = await import_private(number);
    const peer = await subtle
      .importKey(format, point, algorithm, false, [])
      .catch((error) => error);
    // "Acceptable" are encodings that may be refused, such as compressed points.
    if (!(peer instanceof CryptoKey)) {
      return result === "valid" || peer.name !== "DataError" ? `import gives ${peer}` : null;
    }
    const derived = subtle.deriveBits({ name: "ECDH", public: peer }, key, null);
    if (result === "invalid") {
      return wrong_rejection(derived, "OperationError");
    }
    return same_bytes(await derived, shared) ? null : "derived something else";
  };
}

// The check of a vector of RSA-OAEP.
async function oaep_check({ group, result, msg, ct, label }) {
  const algorithm = { name: "RSA-OAEP", hash: group.about.sha };
  const key = await wycheproof_key(group, "pkcs8", algorithm, ["decrypt"]);
  const opened = crypto.subtle.decrypt({ name: "RSA-OAEP", label }, key, ct);
  if (result === "invalid") {
    return wrong_rejection(opened, "OperationError");
  }
  return opened.then(
    (plain) => (same_bytes(plain, msg) ? null : "decrypted to something else"),
    (error) => (result === "valid" ? `rejected with ${error}` : null),
  );
}

// The key of RSA of a group: an RSAPublicKey, put behind rsaEncryption. Some of the files have it
// behind id-RSASSA-PSS, which Web Cryptography's Import Key refuses.
function rsa_key(group, name) {
  const inner = base64url_bytes(group.key);
  const bits = der(0x03, [0, ...inner]);
  const spki = der(0x30, [...base64url_bytes("MA0GCSqGSIb3DQEBAQUA"), ...bits]);
  const algorithm = { name, hash: group.about.sha };
  group.imported ??= crypto.subtle.importKey("spki", new Uint8Array(spki), algorithm, false, [
    "verify",
  ]);
  return group.imported;
}

function der(tag, content) {
  const { length } = content;
  if (length < 0x80) {
    return [tag, length, ...content];
  }
  const bytes = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return [tag, ...bytes, ...content];
}

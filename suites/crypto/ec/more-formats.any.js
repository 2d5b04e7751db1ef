// META: title=ECDSA and ECDH: compressed points, keys of other kinds, and parts that are optional
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#ecdh-operations-import-key
// META: script=../resources/helpers.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
// META: script=../resources/okp-keys.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const usages = { ECDSA: [["verify"], ["sign"]], ECDH: [[], ["deriveBits"]] };

for (const [name, [public_usages, private_usages]] of Object.entries(usages)) {
  for (const [namedCurve, { raw, pkcs8, public_jwk }] of Object.entries(ec_keys)) {
    const import_as = (format, data, own) =>
      subtle.importKey(format, data, { name, namedCurve }, true, own);
    const length = (raw.length - 1) / 2;

    // Import Key: "implementations MAY support the compressed point format".
    promise_test(
      async () => {
        const compressed = concat([2 + (raw.at(-1) & 1)], raw.subarray(1, 1 + length));
        const outcome = await import_as("raw", compressed, public_usages).catch((error) => error);
        if (outcome instanceof CryptoKey) {
          assert_buffer(await subtle.exportKey("raw", outcome), raw);
        } else {
          assert_true(outcome instanceof DOMException, `is no DOMException: ${outcome}`);
          assert_equals(outcome.name, "DataError");
        }
      },
      `${name}, ${namedCurve}: a compressed point is the whole point, or fails with DataError`,
      { requirements: ["ec-import-raw-compressed"] },
    );

    // RFC 5915, section 3: parameters and publicKey are OPTIONAL in an ECPrivateKey.
    promise_test(
      async () => {
        const key = await import_as(
          "pkcs8",
          without_public_key(namedCurve, private_bytes(pkcs8, length)),
          private_usages,
        );
        const { x, y } = await subtle.exportKey("jwk", key);
        assert_equals(x, public_jwk.x);
        assert_equals(y, public_jwk.y);
      },
      `${name}, ${namedCurve}: pkcs8 without the public key has the public key when exported`,
      { requirements: ["ec-import-result", "ec-export-jwk"] },
    );

    rejection_table([
      [
        `${name}, ${namedCurve}: pkcs8: DataError for a key of Ed25519`,
        "DataError",
        () => import_as("pkcs8", okp_keys.Ed25519.pkcs8, private_usages),
        ["ec-import-pkcs8-algorithm"],
      ],
      [
        `${name}, ${namedCurve}: pkcs8: DataError for a key of RSA`,
        "DataError",
        () => import_as("pkcs8", rsa_pkcs8, private_usages),
        ["ec-import-pkcs8-algorithm"],
      ],
      [
        `${name}, ${namedCurve}: spki: DataError for a key of RSA`,
        "DataError",
        () => import_as("spki", rsa_spki, public_usages),
        ["ec-import-spki-algorithm"],
      ],
      [
        `${name}, ${namedCurve}: jwk: DataError for a d of no bytes`,
        "DataError",
        () => import_as("jwk", { ...public_jwk, d: "" }, private_usages),
        ["ec-import-jwk-d"],
      ],
      ...[0, 1, 5, 6].map((first) => [
        `${name}, ${namedCurve}: raw: DataError for a point that begins with ${first}`,
        "DataError",
        () => import_as("raw", concat([first], raw.subarray(1)), public_usages),
        ["ec-import-raw-data"],
      ]),
    ]);
  }
}

// In a pkcs8 of RFC 6979's keys, d stands behind "04 length" for the first time at the inner key.
function private_bytes(pkcs8, length) {
  const at = pkcs8.findIndex((byte, i) => i > 20 && byte === 4 && pkcs8[i + 1] === length);
  return pkcs8.subarray(at + 2, at + 2 + length);
}

// The structure up to the private key is of fixed length, and so are the numbers of bytes in it.
function without_public_key(namedCurve, d) {
  const [prefix, length] = {
    "P-256": ["3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420", 32],
    "P-384": ["304e020100301006072a8648ce3d020106052b81040022043730350201010430", 48],
    "P-521": ["3060020100301006072a8648ce3d020106052b81040023044930470201010442", 66],
  }[namedCurve];
  return concat(hex(prefix), d.subarray(d.length - length));
}

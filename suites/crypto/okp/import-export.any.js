// META: title=Ed25519 and X25519: importKey and exportKey
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-export-key
// META: spec=https://w3c.github.io/webcrypto/#x25519-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#x25519-operations-export-key
// META: script=../resources/helpers.js
// META: script=../resources/okp-keys.js
"use strict";

const algorithms = {
  Ed25519: { public_usages: ["verify"], private_usages: ["sign"], jwk_alg: { alg: "Ed25519" } },
  X25519: { public_usages: [], private_usages: ["deriveBits", "deriveKey"], jwk_alg: {} },
};

for (const [name, { public_usages, private_usages, jwk_alg }] of Object.entries(algorithms)) {
  const vector = okp_keys[name];
  const import_as = (format, data, usages, extractable = true) =>
    crypto.subtle.importKey(format, data, { name }, extractable, usages);
  const algorithm = { name };
  const as_public = { type: "public", extractable: true, algorithm, usages: public_usages };
  const as_private = { type: "private", extractable: true, algorithm, usages: private_usages };

  for (const [format, data] of [
    ["raw", vector.raw],
    ["spki", vector.spki],
    ["jwk", vector.public_jwk],
  ]) {
    promise_test(
      async () => {
        const key = await import_as(format, data, public_usages);
        assert_key(key, as_public);
        assert_buffer(await crypto.subtle.exportKey("raw", key), vector.raw);
      },
      `${name}: public ${format} in, raw out`,
      { requirements: ["okp-import-result", "okp-export-raw"] },
    );
  }

  promise_test(
    async () => {
      const key = await import_as("raw", vector.raw, public_usages);
      assert_buffer(await crypto.subtle.exportKey("spki", key), vector.spki);
    },
    `${name}: raw in, spki out`,
    { requirements: ["okp-export-spki"] },
  );

  promise_test(
    async () => {
      const key = await import_as("raw", vector.raw, public_usages);
      const jwk = await crypto.subtle.exportKey("jwk", key);
      assert_jwk(jwk, { ...vector.public_jwk, ...jwk_alg, ext: true, key_ops: public_usages });
    },
    `${name}: raw in, jwk out`,
    { requirements: ["okp-export-jwk"] },
  );

  promise_test(
    async () => {
      const key = await import_as("pkcs8", vector.pkcs8, private_usages);
      assert_key(key, as_private);
      assert_buffer(await crypto.subtle.exportKey("pkcs8", key), vector.pkcs8);
    },
    `${name}: pkcs8 in, pkcs8 out`,
    { requirements: ["okp-import-result", "okp-export-pkcs8"] },
  );

  promise_test(
    async () => {
      const key = await import_as("jwk", vector.private_jwk, private_usages);
      assert_key(key, as_private);
      assert_buffer(await crypto.subtle.exportKey("pkcs8", key), vector.pkcs8);
    },
    `${name}: private jwk in, pkcs8 out`,
    { requirements: ["okp-import-result", "okp-export-pkcs8"] },
  );

  promise_test(
    async () => {
      const key = await import_as("pkcs8", vector.pkcs8, private_usages);
      const jwk = await crypto.subtle.exportKey("jwk", key);
      assert_jwk(jwk, { ...vector.private_jwk, ...jwk_alg, ext: true, key_ops: private_usages });
    },
    `${name}: pkcs8 in, jwk out`,
    { requirements: ["okp-export-jwk"] },
  );

  promise_test(
    async () => {
      assert_array_equals((await import_as("raw", vector.raw, [])).usages, []);
    },
    `${name}: a public key may be without usages`,
    { requirements: ["okp-import-public-usages"] },
  );

  promise_test(
    async () => {
      const jwk = { ...vector.private_jwk, ext: false };
      assert_false((await import_as("jwk", jwk, private_usages, false)).extractable);
    },
    `${name}: jwk with ext false is accepted for a key that is not extractable`,
    { requirements: ["okp-import-jwk-ext"] },
  );

  rejection_table(
    [
      ["raw of a private key", "raw", "private_key"],
      ["spki of a private key", "spki", "private_key"],
      ["pkcs8 of a public key", "pkcs8", "public_key"],
      ["pkcs8 if not extractable", "pkcs8", "hidden"],
      ["jwk if not extractable", "jwk", "hidden"],
    ].map(([statement, format, key]) => [
      `${name}: export as ${statement}: InvalidAccessError`,
      "InvalidAccessError",
      (keys) => crypto.subtle.exportKey(format, keys[key]),
      [key === "hidden" ? "export-extractable" : "okp-export-type"],
    ]),
    async () => ({
      public_key: await import_okp_public(name, public_usages),
      private_key: await import_okp_private(name, private_usages),
      hidden: await import_as("pkcs8", vector.pkcs8, private_usages, false),
    }),
  );
}

for (const alg of ["Ed25519", "EdDSA"]) {
  promise_test(
    async () => {
      const jwk = { ...okp_keys.Ed25519.public_jwk, alg };
      const key = await crypto.subtle.importKey("jwk", jwk, "Ed25519", true, ["verify"]);
      assert_equals(key.algorithm.name, "Ed25519");
    },
    `Ed25519: jwk with the alg ${alg} is accepted`,
    { requirements: ["okp-import-jwk-alg"] },
  );
}

// X25519, Import Key, "jwk": no step looks at alg.
promise_test(
  async () => {
    const jwk = { ...okp_keys.X25519.public_jwk, alg: "ECDH-ES" };
    const key = await crypto.subtle.importKey("jwk", jwk, "X25519", true, []);
    assert_equals(key.algorithm.name, "X25519");
  },
  "X25519: jwk with the alg ECDH-ES is accepted",
  { requirements: ["okp-import-result"] },
);

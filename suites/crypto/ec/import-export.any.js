// META: title=ECDSA and ECDH: importKey and exportKey
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-export-key
// META: spec=https://w3c.github.io/webcrypto/#ecdh-operations-import-key
// META: spec=https://w3c.github.io/webcrypto/#ecdh-operations-export-key
// META: script=../resources/helpers.js
// META: script=../resources/ec-keys.js
"use strict";

const algorithms = {
  ECDSA: { public_usages: ["verify"], private_usages: ["sign"] },
  ECDH: { public_usages: [], private_usages: ["deriveBits", "deriveKey"] },
};

for (const [name, { public_usages, private_usages }] of Object.entries(algorithms)) {
  for (const [namedCurve, vector] of Object.entries(ec_keys)) {
    const algorithm = { name, namedCurve };
    const import_as = (format, data, usages) =>
      crypto.subtle.importKey(format, data, algorithm, true, usages);
    const as_public = { type: "public", extractable: true, algorithm, usages: public_usages };
    const as_private = { type: "private", extractable: true, algorithm, usages: private_usages };

    // The inner structure has an optional field that not all implementations write, so that an
    // exported pkcs8 is compared by the key it has and not byte for byte.
    async function assert_pkcs8(exported) {
      assert_true(exported instanceof ArrayBuffer);
      const key = await import_as("pkcs8", exported, private_usages);
      const { d, x, y } = await crypto.subtle.exportKey("jwk", key);
      assert_equals(d, vector.private_jwk.d, "d");
      assert_equals(x, vector.private_jwk.x, "x");
      assert_equals(y, vector.private_jwk.y, "y");
    }

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
        `${name}, ${namedCurve}: public ${format} in, raw out`,
        { requirements: ["ec-import-result", "ec-export-raw"] },
      );
    }

    promise_test(
      async () => {
        const key = await import_as("raw", vector.raw, public_usages);
        assert_buffer(await crypto.subtle.exportKey("spki", key), vector.spki);
      },
      `${name}, ${namedCurve}: raw in, spki out`,
      { requirements: ["ec-export-spki"] },
    );

    promise_test(
      async () => {
        const key = await import_as("raw", vector.raw, public_usages);
        const jwk = await crypto.subtle.exportKey("jwk", key);
        assert_jwk(jwk, { ...vector.public_jwk, ext: true, key_ops: public_usages });
      },
      `${name}, ${namedCurve}: raw in, jwk out`,
      { requirements: ["ec-export-jwk"] },
    );

    promise_test(
      async () => {
        const key = await import_as("pkcs8", vector.pkcs8, private_usages);
        assert_key(key, as_private);
        await assert_pkcs8(await crypto.subtle.exportKey("pkcs8", key));
      },
      `${name}, ${namedCurve}: pkcs8 in, pkcs8 out`,
      { requirements: ["ec-import-result", "ec-export-pkcs8"] },
    );

    promise_test(
      async () => {
        const key = await import_as("jwk", vector.private_jwk, private_usages);
        assert_key(key, as_private);
        await assert_pkcs8(await crypto.subtle.exportKey("pkcs8", key));
      },
      `${name}, ${namedCurve}: private jwk in, pkcs8 out`,
      { requirements: ["ec-import-result", "ec-export-pkcs8"] },
    );

    promise_test(
      async () => {
        const key = await import_as("pkcs8", vector.pkcs8, private_usages);
        const jwk = await crypto.subtle.exportKey("jwk", key);
        assert_jwk(jwk, { ...vector.private_jwk, ext: true, key_ops: private_usages });
      },
      `${name}, ${namedCurve}: pkcs8 in, jwk out`,
      { requirements: ["ec-export-jwk"] },
    );
  }

  rejection_table(
    [
      ["raw of a private key: InvalidAccessError", "raw", "private_key"],
      ["spki of a private key: InvalidAccessError", "spki", "private_key"],
      ["pkcs8 of a public key: InvalidAccessError", "pkcs8", "public_key"],
      ["pkcs8 if not extractable: InvalidAccessError", "pkcs8", "hidden"],
      ["jwk if not extractable: InvalidAccessError", "jwk", "hidden"],
    ].map(([statement, format, key]) => [
      `${name}: export as ${statement}`,
      "InvalidAccessError",
      (keys) => crypto.subtle.exportKey(format, keys[key]),
      [key === "hidden" ? "export-extractable" : "ec-export-type"],
    ]),
    async () => ({
      public_key: await import_ec_public(name, "P-256", public_usages),
      private_key: await import_ec_private(name, "P-256", private_usages),
      hidden: await crypto.subtle.importKey(
        "pkcs8",
        ec_keys["P-256"].pkcs8,
        { name, namedCurve: "P-256" },
        false,
        private_usages,
      ),
    }),
  );
}

promise_test(
  async () => {
    const key = await import_ec_public("ECDSA", "P-256", []);
    assert_array_equals(key.usages, []);
  },
  "ECDSA: a public key may be without usages",
  { requirements: ["ec-import-public-usages"] },
);

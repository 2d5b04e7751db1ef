// META: title=importKey() and exportKey(): every format with every kind of key
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-exportKey
// META: spec=https://w3c.github.io/webcrypto/#SubtleCrypto-method-importKey
// META: spec=https://w3c.github.io/webcrypto/#rsassa-pkcs1-operations-export-key
// META: spec=https://w3c.github.io/webcrypto/#ecdsa-operations-export-key
// META: spec=https://w3c.github.io/webcrypto/#ed25519-operations-export-key
// META: spec=https://w3c.github.io/webcrypto/#aes-cbc-operations-export-key
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=../resources/rsa-keys.js
// META: script=../resources/ec-keys.js
// META: script=../resources/okp-keys.js
// META: script=../resources/every-key.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const formats = ["raw", "spki", "pkcs8", "jwk"];
const export_operations = ["rsa", "ec", "okp", "aes", "hmac"];

// What exportKey() does with a format that the key is not exported in.
function refusal({ family, type }, format) {
  if (!export_operations.includes(family)) {
    return ["NotSupportedError", "export-operation"];
  }
  if (type === "secret" || (family === "rsa" && format === "raw")) {
    return ["NotSupportedError", `${family}-export-format`];
  }
  return ["InvalidAccessError", `${family}-export-type`];
}

for (const key of every_key) {
  const { label, family, type, algorithm, usages, data } = key;
  for (const format of formats) {
    if (!(format in data) || !export_operations.includes(family)) {
      const [error, requirement] = refusal(key, format);
      rejection_table(
        [
          [
            `${label}: ${error} for an export as ${format}`,
            error,
            (imported) => subtle.exportKey(format, imported),
            [requirement],
          ],
        ],
        () => import_every(key),
      );
    } else if (format === "jwk") {
      promise_test(
        async () => {
          const imported = await import_every(key);
          const [first, second] = [
            await subtle.exportKey("jwk", imported),
            await subtle.exportKey("jwk", imported),
          ];
          assert_not_equals(first, second);
          assert_not_equals(first.key_ops, second.key_ops);
          assert_equals(Object.getPrototypeOf(first), Object.prototype);
          assert_array_equals(first.key_ops, imported.usages);
        },
        `${label}: every export as jwk is a new plain object`,
        { requirements: ["export-jwk-fresh", `${family}-export-jwk`] },
      );

      promise_test(
        async () => {
          const jwk = await subtle.exportKey("jwk", await import_every(key));
          const again = await subtle.importKey("jwk", jwk, algorithm, true, usages);
          assert_equals(again.type, type);
          const [first] = Object.keys(data);
          assert_buffer(
            await subtle.exportKey(first, again),
            await subtle.exportKey(first, await import_every(key)),
          );
        },
        `${label}: an exported jwk is the same key when imported`,
        { requirements: [`${family}-export-jwk`, `${family}-import-result`] },
      );
    } else {
      promise_test(
        async () => {
          const bytes = await subtle.exportKey(format, await import_every(key));
          assert_true(bytes instanceof ArrayBuffer);
          const again = await subtle.importKey(format, bytes, algorithm, true, usages);
          assert_buffer(await subtle.exportKey(format, again), bytes);
        },
        `${label}: what is exported as ${format} is the same key when imported`,
        { requirements: [`${family}-export-${format}`, "export-result"] },
      );
    }
  }

  const foreign = formats.filter(
    (format) => !(format in data) && (type === "secret" || (family === "rsa" && format === "raw")),
  );
  rejection_table(
    foreign.map((format) => [
      `${label}: NotSupportedError for an import as ${format}`,
      "NotSupportedError",
      () => {
        const given = format === "jwk" ? { kty: "oct", k: "AAAA" } : new Uint8Array(16);
        return subtle.importKey(format, given, algorithm, false, usages);
      },
      [`${family}-import-format`],
    ]),
  );
}

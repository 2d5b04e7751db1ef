// META: title=The conversion of every argument of every method of SubtleCrypto
// META: spec=https://webidl.spec.whatwg.org/#js-operations
// META: spec=https://webidl.spec.whatwg.org/#dfn-get-buffer-source-copy
// META: spec=https://w3c.github.io/webcrypto/#subtlecrypto-interface
// META: script=../resources/helpers.js
// META: script=../resources/aes.js
// META: script=/common/shared-buffer.js
"use strict";

const { subtle } = globalThis.crypto ?? {};
const cbc = { name: "AES-CBC", iv: repeated(2, 16) };
const bytes = repeated(1, 32);
const hkdf = { name: "HKDF", hash: "SHA-256", salt: bytes, info: bytes };
const aes = { name: "AES-GCM", length: 128 };

// Each method with arguments that are right.
async function given() {
  const all = ["encrypt", "decrypt", "wrapKey", "unwrapKey"];
  const key = await import_aes("AES-CBC", 128, all);
  const kw = await import_aes("AES-KW", 128, ["wrapKey", "unwrapKey"]);
  const hmac = await subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, true, [
    "sign",
    "verify",
  ]);
  const secret = await subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits", "deriveKey"]);
  const copy = (buffer) => new Uint8Array(buffer);
  return {
    encrypt: [cbc, key, bytes],
    decrypt: [cbc, key, copy(await subtle.encrypt(cbc, key, bytes))],
    sign: ["HMAC", hmac, bytes],
    verify: ["HMAC", hmac, copy(await subtle.sign("HMAC", hmac, bytes)), bytes],
    digest: ["SHA-256", bytes],
    generateKey: [aes, true, ["encrypt"]],
    deriveBits: [hkdf, secret, 128],
    deriveKey: [hkdf, secret, aes, true, ["encrypt"]],
    importKey: ["raw", bytes, "AES-GCM", true, ["encrypt"]],
    exportKey: ["raw", key],
    wrapKey: ["raw", key, kw, "AES-KW"],
    unwrapKey: [
      "raw",
      copy(await subtle.wrapKey("raw", key, kw, "AES-KW")),
      kw,
      "AES-KW",
      "AES-GCM",
      true,
      ["encrypt"],
    ],
  };
}
async function call_with(method, changes = {}) {
  const args = (await given())[method];
  return [args, Object.assign(args.slice(), changes)];
}

// [required arguments, where the algorithm is]
const methods = {
  encrypt: [3, 0],
  decrypt: [3, 0],
  sign: [3, 0],
  verify: [4, 0],
  digest: [2, 0],
  generateKey: [3, 0],
  deriveBits: [2, 0],
  deriveKey: [5, 0],
  importKey: [5, 2],
  exportKey: [2],
  wrapKey: [4, 3],
  unwrapKey: [7, 3],
};
for (const [method, [required]] of Object.entries(methods)) {
  promise_test(
    async (t) => {
      const [args] = await call_with(method);
      await promise_rejects_js(t, TypeError, subtle[method](...args.slice(0, required - 1)));
    },
    `${method}: TypeError for one argument too few`,
    { requirements: ["subtle-missing-arguments"] },
  );

  promise_test(
    async () => {
      const [args] = await call_with(method);
      const more = method === "deriveBits" ? args : args.slice(0, required);
      await subtle[method](...more, "more", {});
    },
    `${method}: ignores arguments behind its last one`,
    { requirements: ["subtle-ignores-more-arguments"] },
  );

  promise_test(
    async (t) => {
      const [args] = await call_with(method);
      const promise = SubtleCrypto.prototype[method].apply({}, args);
      await promise_rejects_js(t, TypeError, promise);
    },
    `${method}: TypeError on an object that is not a SubtleCrypto, with arguments that are right`,
    { requirements: ["crypto-brand-checks", "subtle-promise-errors"] },
  );
}

// [method, index of an argument that is bytes, what it is]
const places = [
  ["encrypt", 2, "data"],
  ["decrypt", 2, "data"],
  ["sign", 2, "data"],
  ["verify", 2, "signature"],
  ["verify", 3, "data"],
  ["digest", 1, "data"],
  ["importKey", 1, "keyData"],
  ["unwrapKey", 1, "wrappedKey"],
];

// The bytes of `view`, in a view or buffer of another kind.
function placed(view, Kind) {
  const around = concat(repeated(9, 8), view, repeated(9, 8));
  return new Kind(around.buffer, 8, view.length / (Kind.BYTES_PER_ELEMENT ?? 1));
}
const shapes = {
  "an ArrayBuffer": (view) => view.slice().buffer,
  "a DataView inside of a buffer": (view) => placed(view, DataView),
  "an Int8Array inside of a buffer": (view) => placed(view, Int8Array),
  "a Uint16Array inside of a buffer": (view) => placed(view, Uint16Array),
  "a Float64Array inside of a buffer": (view) => placed(view, Float64Array),
};
async function shown(result) {
  if (typeof result === "boolean") {
    return result;
  }
  return to_hex(result instanceof CryptoKey ? await subtle.exportKey("raw", result) : result);
}
for (const [method, index, what] of places) {
  for (const [shape, make] of Object.entries(shapes)) {
    promise_test(
      async () => {
        const [args] = await call_with(method);
        const changed = args.slice();
        changed[index] = make(args[index]);
        const result = await shown(await subtle[method](...changed));
        assert_equals(result, await shown(await subtle[method](...args)));
      },
      `${method}: takes ${shape} for ${what}`,
      { requirements: ["buffer-source-bytes"] },
    );
  }

  const refused = {
    "a string": [() => "text", "buffer-source-required"],
    "an array of numbers": [() => [1, 2, 3], "buffer-source-required"],
    null: [() => null, "buffer-source-required"],
    "a view of shared memory": [() => new Uint8Array(sharedBuffer(32)), "buffer-source-shared"],
  };
  for (const [statement, [make, requirement]] of Object.entries(refused)) {
    promise_test(
      async (t) => {
        const [, args] = await call_with(method, { [index]: make() });
        await promise_rejects_js(t, TypeError, subtle[method](...args));
      },
      `${method}: TypeError for ${statement} for ${what}`,
      { requirements: [requirement] },
    );
  }

  promise_test(
    async (t) => {
      const [, algorithm] = methods[method];
      const [, args] = await call_with(method, { [index]: "text", [algorithm]: "unknown" });
      await promise_rejects_js(t, TypeError, subtle[method](...args));
    },
    `${method}: TypeError for a string for ${what}, before the unknown name`,
    { requirements: ["conversion-first"] },
  );
}

// Enumerations: usages and formats.
for (const [method, index, value, what] of [
  ["generateKey", 2, ["encrypt", "unknown"], "usage"],
  ["deriveKey", 4, ["encrypt", "unknown"], "usage"],
  ["importKey", 4, ["encrypt", "unknown"], "usage"],
  ["unwrapKey", 6, ["encrypt", "unknown"], "usage"],
  ["importKey", 0, "RAW", "format"],
  ["exportKey", 0, "RAW", "format"],
  ["wrapKey", 0, "RAW", "format"],
  ["unwrapKey", 0, "RAW", "format"],
]) {
  const requirement = what === "usage" ? "generate-usage-enum" : "import-format-enum";
  promise_test(
    async (t) => {
      const [, args] = await call_with(method, { [index]: value });
      await promise_rejects_js(t, TypeError, subtle[method](...args));
    },
    `${method}: TypeError for a ${what} that doesn't exist`,
    { requirements: [requirement] },
  );

  const [, algorithm] = methods[method];
  if (algorithm !== undefined) {
    promise_test(
      async (t) => {
        const [, args] = await call_with(method, { [index]: value, [algorithm]: "unknown" });
        await promise_rejects_js(t, TypeError, subtle[method](...args));
      },
      `${method}: TypeError for a ${what} that doesn't exist, before the unknown name`,
      { requirements: [requirement, "conversion-first"] },
    );
  }
}

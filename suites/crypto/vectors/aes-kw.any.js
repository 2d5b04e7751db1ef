// META: title=Wycheproof: AES-KW
// META: spec=https://w3c.github.io/webcrypto/#aes-kw-operations-wrap-key
// META: spec=https://w3c.github.io/webcrypto/#aes-kw-operations-unwrap-key
// META: script=../resources/wycheproof.js
// META: script=/_vectors/aes_wrap.js
"use strict";

// A key of HMAC may have any length, so that it can be unwrapped from whatever the vectors hold.
const hmac = { name: "HMAC", hash: "SHA-256" };

async function check({ result, key, msg, ct }) {
  const { subtle } = crypto;
  const usages = ["wrapKey", "unwrapKey"];
  const wrapping = await subtle.importKey("raw", key, "AES-KW", false, usages);
  const unwrap = () => subtle.unwrapKey("raw", ct, wrapping, "AES-KW", hmac, true, ["sign"]);
  if (result === "invalid") {
    return wrong_rejection(unwrap(), "OperationError");
  }
  // Keys of 64 bits, of which RFC 3394 says nothing and which may be refused.
  if (result === "acceptable") {
    const unwrapped = await unwrap().catch(() => null);
    const bytes = unwrapped === null ? msg : await subtle.exportKey("raw", unwrapped);
    return same_bytes(bytes, msg) ? null : "unwrapped to something else";
  }
  const secret = await subtle.importKey("raw", msg, hmac, true, ["sign"]);
  if (!same_bytes(await subtle.wrapKey("raw", secret, wrapping, "AES-KW"), ct)) {
    return "wrapped to something else";
  }
  const unwrapped = await subtle.exportKey("raw", await unwrap());
  return same_bytes(unwrapped, msg) ? null : "unwrapped to something else";
}

wycheproof_subtests(check, {
  valid: ["kw-wrap", "kw-unwrap"],
  acceptable: ["kw-unwrap"],
  invalid: ["kw-unwrap-failure"],
});

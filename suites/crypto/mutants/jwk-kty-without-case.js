// META: fault=The kty of a JSON Web Key is compared without regard to case.
// META: requirement=aes-import-jwk-kty
// META: requirement=hmac-import-jwk-kty
"use strict";

mutate(
  SubtleCrypto.prototype,
  "importKey",
  (importKey) =>
    function (...args) {
      const kty = args[0] === "jwk" && typeof args[1]?.kty === "string" ? args[1].kty : "";
      if (/^oct$/i.test(kty)) args[1] = { ...args[1], kty: "oct" };
      if (/^(rsa|ec|okp)$/i.test(kty)) args[1] = { ...args[1], kty: kty.toUpperCase() };
      return Reflect.apply(importKey, this, args);
    },
);

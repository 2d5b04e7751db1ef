// META: title=The shape of CryptoKey
// META: spec=https://w3c.github.io/webcrypto/#cryptokey-interface
// META: spec=https://webidl.spec.whatwg.org/#js-interfaces
// META: script=../resources/properties.js
// META: script=../resources/members.js
// META: script=../resources/interface.js
// Written by generate.mjs from ecma429.json: change those.
"use strict";

testInterface("CryptoKey", {
  readonly: ["type", "extractable", "algorithm", "usages"],
});

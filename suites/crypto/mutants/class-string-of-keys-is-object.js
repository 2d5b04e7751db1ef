// META: fault=The class string of keys is Object.
// META: requirement=crypto-class-string
"use strict";

if (!Object.hasOwn(CryptoKey.prototype, Symbol.toStringTag)) throw new TypeError("no class string");
delete CryptoKey.prototype[Symbol.toStringTag];

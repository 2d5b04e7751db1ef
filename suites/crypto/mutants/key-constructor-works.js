// META: fault=new CryptoKey() gives an object.
// META: requirement=crypto-no-constructor
"use strict";

mutateConstructor(globalThis, "CryptoKey", () => Object.create(CryptoKey.prototype));

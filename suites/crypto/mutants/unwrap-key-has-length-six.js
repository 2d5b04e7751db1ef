// META: fault=The length of unwrapKey() is 6, as if its usages were optional.
// META: requirement=subtle-method-length
"use strict";

const { unwrapKey } = SubtleCrypto.prototype;
Object.defineProperty(unwrapKey, "length", { value: 6 });

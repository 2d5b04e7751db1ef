// META: fault=randomUUID() isn't enumerable, like a method of a class.
// META: requirement=crypto-prototype-members
"use strict";

const { value } = Object.getOwnPropertyDescriptor(Crypto.prototype, "randomUUID");
Object.defineProperty(Crypto.prototype, "randomUUID", { value, enumerable: false });

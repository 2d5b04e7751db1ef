// META: fault=crypto.subtle has a setter, which does nothing.
// META: requirement=subtle-read-only
"use strict";

const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, "subtle");
const { set } = Object.getOwnPropertyDescriptor(
  {
    set subtle(value) {},
  },
  "subtle",
);
Object.defineProperty(Crypto.prototype, "subtle", { ...subtle, get: subtle.get, set });

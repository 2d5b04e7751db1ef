// A text in the content codings, as bytes for the server's `body` parameter.
"use strict";

// The bytes that a hexadecimal number stands for, one code unit each.
const fromHex = (hex) =>
  hex.replace(/../g, (digits) => String.fromCharCode(Number.parseInt(digits, 16)));

const encoded = {
  text: `${"text ".repeat(8)}\u00e9`,
  gzip: fromHex("1f8b08000000000000032b49ad285128214c1c5e090036ac0a362a000000"),
  deflate: fromHex("789c2b49ad285128214c1c5e09005c341095"),
  br: fromHex("1b2900f88d946edeaa06a14b1d56657825493b51c0aa38"),
  zstd: fromHex("28b52ffd242a6d0000387465787420c3a9010040162d1bb075b5"),
  // In gzip, and that in Brotli.
  gzipInBr: fromHex("8b0e801f8b08000000000000032b49ad285128214c1c5e090036ac0a362a00000003"),
  // Nothing at all, in gzip.
  nothing: fromHex("1f8b080000000000000303000000000000000000"),
};

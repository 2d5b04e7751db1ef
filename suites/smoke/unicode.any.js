// META: title=Text of every script arrives whole
// META: spec=https://tc39.es/ecma262/#sec-ecmascript-language-types-string-type
"use strict";

// The names carry each sample over the whole way to the report; the code units prove that the
// script was decoded as UTF-8.
const SAMPLES = [
  ["naïve café", [0x6e, 0x61, 0xef]],
  ["Ελληνικά", [0x395, 0x3bb, 0x3bb]],
  ["日本語", [0x65e5, 0x672c, 0x8a9e]],
  ["עברית", [0x5e2, 0x5d1, 0x5e8]],
  ["🦀 crab", [0xd83e, 0xdd80, 0x20]],
  ["e\u0301 combining", [0x65, 0x301, 0x20]],
];

for (const [sample, units] of SAMPLES) {
  test(() => {
    for (const [index, unit] of units.entries()) {
      assert_equals(sample.charCodeAt(index), unit);
    }
  }, `code units of: ${sample}`);
}

// META: title=Hosts: IDNA
// META: spec=https://url.spec.whatwg.org/#idna
// META: script=resources/tables.js
"use strict";

host_table("http", [
  ["a non-ASCII label becomes an A-label", "bücher.example", "xn--bcher-kva.example"],
  [
    "upper-case non-ASCII letters are mapped to lower case",
    "BÜCHER.example",
    "xn--bcher-kva.example",
  ],
  ["a decomposed letter is composed first", "bu\u0308cher.example", "xn--bcher-kva.example"],
  ["processing is nontransitional: U+00DF stays", "faß.example", "xn--fa-hia.example"],
  ["processing is nontransitional: final sigma stays", "βόλος.com", "xn--nxasmm1c.com"],
  ["fullwidth letters map to ASCII", "ＥＸＡＭＰＬＥ.com", "example.com"],
  ["an ideographic full stop separates labels", "日本語。jp", "xn--wgv71a119e.jp"],
  ["a fullwidth full stop separates labels", "a．b", "a.b"],
  ["a symbol that IDNA2008 excludes is allowed", "☕.example", "xn--53h.example"],
  ["a supplementary code point is encoded", "💩.example", "xn--ls8h.example"],
  ["a soft hyphen is ignored", "a\u00ADb.example", "ab.example"],
  ["a word joiner is ignored", "a\u2060b.example", "ab.example"],
  ["a domain of ignored code points only is empty and fails", "\u00AD", null],
  ["a zero width joiner after a virama is kept", "ශ්\u200Dරී.com", "xn--10cl1a0b660p.com"],
  [
    "a zero width non-joiner between joining letters is kept",
    "نامه\u200Cای.com",
    "xn--mgba3gch31f060k.com",
  ],
  ["a zero width joiner without its context fails", "a\u200Db.com", null],
  ["a zero width non-joiner without its context fails", "a\u200Cb.com", null],
  ["a label must not start with a combining mark", "\u0308a.com", null],
  ["a private use code point is disallowed", "a\uE000.com", null],
  ["a noncharacter is disallowed", "a\uFDD0.com", null],
  ["a bidirectional override is disallowed", "a\u202Eb.com", null],
  ["a line separator is disallowed", "a\u2028b.com", null],
  ["a right-to-left label is encoded", "אב.example", "xn--4dbc.example"],
  ["a right-to-left label may end with a digit", "א0.example", "xn--0-zhc.example"],
  ["a right-to-left label must not start with a digit", "0א.example", null],
  ["a right-to-left label must not hold a left-to-right letter", "אaב.example", null],
  ["a right-to-left label must not mix European and Arabic digits", "א0٠.example", null],
  ["the Bidi rule applies to every label of a bidirectional domain", "0a.אב", null],
  ["a code point mapped to a solidus fails", "a／b", null],
  ["a code point mapped to a sequence with a solidus fails", "℀.com", null],
  ["a code point mapped to a percent sign fails", "a％41", null],
  ["a code point mapped to a space fails", "a\u3000b", null],
  ["a code point mapped to a colon fails", "a：80", null],
  ["a non-breaking space maps to a space and fails", "a\u00A0b", null],
]);

host_table("https", [
  ["a valid A-label is kept", "xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["an A-label is lowercased", "XN--BCHER-KVA.Example", "xn--bcher-kva.example"],
  ["Punycode that does not decode fails beside a non-ASCII label", "xn--a.β", null],
  ["an A-label of mapped code points fails beside a non-ASCII label", "xn--8i7caa.β", null],
  ["the fallback for ASCII domains keeps forbidden code points out", "xn--a%20b", null],
]);

// Domain parser, step 5: if the domain is an ASCII string, the result is the domain lowercased,
// "regardless of Unicode ToASCII's outcome, due to web compatibility". So since June 2026; before,
// domain to ASCII returned failure wherever Unicode ToASCII did.
host_table(
  "https",
  [
    ["an ASCII domain may hold Punycode that does not decode", "xn--a.example", "xn--a.example"],
    ["an ASCII domain may hold an empty Punycode label", "xn--.example", "xn--.example"],
    [
      "an ASCII domain may hold an A-label of mapped code points",
      "xn--8i7caa.example",
      "xn--8i7caa.example",
    ],
    [
      "an ASCII domain may hold an A-label that decodes to ASCII",
      "xn--ascii-.example",
      "xn--ascii-.example",
    ],
    ["a bad A-label in an ASCII domain is lowercased", "XN--A.example", "xn--a.example"],
    ["the fallback for ASCII domains follows percent-decoding", "%78n--a.example", "xn--a.example"],
  ],
  { requirements: ["ascii-domain-not-decoded"] },
);

host_table(
  "https",
  [
    ["until 2026, Punycode that does not decode fails in an ASCII domain", "xn--a.example", null],
    ["until 2026, an empty Punycode label fails in an ASCII domain", "xn--.example", null],
    [
      "until 2026, an A-label of mapped code points fails in an ASCII domain",
      "xn--8i7caa.example",
      null,
    ],
    ["until 2026, a bad A-label fails after percent-decoding", "%78n--a.example", null],
  ],
  { requirements: ["ascii-domain-decoded"] },
);

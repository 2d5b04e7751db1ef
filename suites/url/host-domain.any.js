// META: title=Hosts: domains in special URLs
// META: spec=https://url.spec.whatwg.org/#host-parsing
// META: spec=https://url.spec.whatwg.org/#host-miscellaneous
// META: script=resources/tables.js
"use strict";

host_table("http", [
  ["ASCII letters are lowercased", "EXAMPLE.Com", "example.com"],
  ["percent-encoded bytes are decoded first", "ex%61m%70le.com", "example.com"],
  ["percent-encoded upper-case letters are decoded, then lowercased", "%41%42.com", "ab.com"],
  ["percent-encoded bytes decode as UTF-8", "b%C3%BCcher.example", "xn--bcher-kva.example"],
  [
    "hex digits of percent-encoded bytes may be lower-case",
    "b%c3%bccher.example",
    "xn--bcher-kva.example",
  ],
  ["a percent-encoded dot separates labels", "127%2E0.0%2e1", "127.0.0.1"],
  ["a trailing dot is kept", "example.com.", "example.com."],
  ["a leading dot is kept", ".example", ".example"],
  ["a lone dot is a domain", ".", "."],
  ["an empty label between dots is kept", "a..b", "a..b"],
  ["an underscore is allowed", "a_b.example", "a_b.example"],
  ["a label may start and end with a hyphen", "-a-.example", "-a-.example"],
  ["hyphens in the third and fourth position are allowed", "ab--c.example", "ab--c.example"],
  ["sub-delimiters are allowed", "a!$&'()*+,;=b", "a!$&'()*+,;=b"],
  ["quotation mark, backtick, braces and tilde are allowed", 'a"`{}~b', 'a"`{}~b'],
  ["tab and newline are removed from a domain", "ex\tam\np\rle", "example"],
  ["a label may be longer than 63 code points", "a".repeat(64), "a".repeat(64)],
  ["a domain may be longer than 253 code points", "ab.".repeat(100), "ab.".repeat(100)],
  ["a percent sign without two hex digits is forbidden", "a%zz", null],
  ["percent-decoding happens only once", "a%2541", null],
  ["an invalid UTF-8 byte makes the domain fail", "a%FFb", null],
  ["a truncated UTF-8 sequence makes the domain fail", "a%C3", null],
  ["a literal U+FFFD makes the domain fail", "a\uFFFDb", null],
  ["a lone surrogate makes the domain fail", "a\uD800b", null],
]);

// Forbidden domain code points that can stand literally in a special URL's host.
for (const c of ["\u0000", "\u0001", "\u001F", " ", "<", ">", "[", "]", "^", "|", "\u007F"]) {
  const point = c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  host_table("http", [[`U+${point} is forbidden in a domain`, `a${c}b`, null]]);
}

// The same set when written percent-encoded, with the code points that would end the host.
for (const hex of "00 01 09 0A 0D 1F 20 23 25 2F 3A 3C 3E 3F 40 5B 5C 5D 5E 7C 7F".split(" ")) {
  host_table("http", [[`percent-encoded 0x${hex} is forbidden in a domain`, `a%${hex}b`, null]]);
}

parse_table([
  ["a special URL needs a host", "http://", null],
  ["a query cannot replace the host", "http://?q", null],
  ["a fragment cannot replace the host", "http://#f", null],
  ["a port cannot replace the host", "https://:443/", null],
  ["credentials cannot replace the host", "http://user:pass@/", null],
]);

// META: title=Hosts: opaque hosts of non-special URLs
// META: spec=https://url.spec.whatwg.org/#concept-opaque-host-parser
// META: script=resources/tables.js
"use strict";

host_table("web+demo", [
  ["letters keep their case", "EXAMPLE.com", "EXAMPLE.com"],
  ["percent-encoded bytes stay encoded", "ex%61mple", "ex%61mple"],
  ["a percent sign without hex digits is kept", "a%zz", "a%zz"],
  ["a number is not an IPv4 address", "0x7f.1", "0x7f.1"],
  ["a bad number does not fail", "example.09", "example.09"],
  ["non-ASCII code points are percent-encoded as UTF-8", "faß", "fa%C3%9F"],
  ["a lone surrogate is encoded as U+FFFD", "a\uD800", "a%EF%BF%BD"],
  ["a C0 control is percent-encoded", "a\u0001b", "a%01b"],
  ["U+007F is percent-encoded", "a\u007Fb", "a%7Fb"],
  ["quotation mark, backtick and braces are kept", 'a"`{}b', 'a"`{}b'],
  ["sub-delimiters and tilde are kept", "a!$&'()*+,;=~b", "a!$&'()*+,;=~b"],
  ["an A-label is not checked", "xn--a", "xn--a"],
  ["the host can be empty", "", ""],
  ["a port can follow", "h:80", "h:80"],
  ["an empty port is dropped", "h:", "h"],
  ["a port without a host fails", ":80", null],
  ["credentials without a host fail", "user@", null],
]);

for (const c of ["\u0000", " ", "<", ">", "[", "\\", "]", "^", "|"]) {
  const point = c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  host_table("web+demo", [[`U+${point} is forbidden in an opaque host`, `a${c}b`, null]]);
}

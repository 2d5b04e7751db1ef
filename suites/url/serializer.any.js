// META: title=URL serializer
// META: spec=https://url.spec.whatwg.org/#url-serializing
// META: spec=https://url.spec.whatwg.org/#url-path-serializer
// META: script=resources/tables.js
"use strict";

parse_table([
  ["a null host has no slashes", "web+demo:/p", { href: "web+demo:/p", host: "" }],
  ["an empty host has two slashes", "web+demo:///p", { href: "web+demo:///p", host: "" }],
  ["an empty host with no path", "web+demo://", { href: "web+demo://", pathname: "" }],
  [
    "/. is inserted before an empty first segment without a host",
    "web+demo:/.//p",
    {
      href: "web+demo:/.//p",
      pathname: "//p",
    },
  ],
  [
    "/. is inserted when dots leave an empty first segment",
    "web+demo:/a/..//p",
    {
      href: "web+demo:/.//p",
      pathname: "//p",
    },
  ],
  [
    "/. is inserted before two empty segments",
    "web+demo:/.//",
    {
      href: "web+demo:/.//",
      pathname: "//",
    },
  ],
  ["/. is not inserted before a single empty segment", "web+demo:/.", "web+demo:/"],
  [
    "/. is not inserted after an empty host",
    "web+demo:////p",
    {
      href: "web+demo:////p",
      pathname: "//p",
    },
  ],
  ["/. is not inserted after a host", "web+demo://h/.//p", "web+demo://h//p"],
  ["/. is not inserted in an opaque path", "web+demo:.//p", "web+demo:.//p"],
  ["/. is not inserted in a special URL", "http://h/.//p", "http://h//p"],
  ["/. is not inserted in a file URL", "file:/.//p", "file:////p"],
  ["a password without a username has a colon before it", "http://:p@h/", "http://:p@h/"],
  ["all components have their place", "HTTP://u:p@H:81/p?q#f", "http://u:p@h:81/p?q#f"],
]);

// Parsing the output of the serializer gives an equal URL.
for (const input of [
  "http:\\\\u@p@H:0081\\a\\..\\b c?d'e#f`g",
  "https://0x7F.1/%2e%2E/%zz",
  "ws://[0:0:1::]/?#",
  "file:C|\\..\\a",
  "file://localhost//a",
  "web+demo:/a/..//b?#",
  "web+demo://ü\\@h",
  "data: a  ?b c#d e",
  "blob:https://h/x",
]) {
  test(() => {
    const { href } = new URL(input);
    assert_equals(new URL(href).href, href);
  }, `the serialization of ${input} parses to itself`);
}

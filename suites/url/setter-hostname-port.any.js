// META: title=URL: the hostname and port setters
// META: spec=https://url.spec.whatwg.org/#dom-url-hostname
// META: spec=https://url.spec.whatwg.org/#dom-url-port
// META: spec=https://url.spec.whatwg.org/#hostname-state
// META: spec=https://url.spec.whatwg.org/#port-state
// META: script=resources/tables.js
"use strict";

setter_table("hostname", [
  ["a hostname keeps the port", "http://h:81/", "x", "http://x:81/"],
  ["a hostname with a port is ignored", "http://h:81/", "x:82", "http://h:81/"],
  ["a hostname with an empty port is ignored", "http://h/", "x:", "http://h/"],
  ["a port alone is ignored by hostname", "http://h/", ":82", "http://h/"],
  ["an IPv6 address is set", "http://h:81/", "[0::1]", "http://[::1]:81/"],
  ["an IPv6 address with a port is ignored", "http://h:81/", "[::1]:82", "http://h:81/"],
  ["a solidus ends the hostname", "http://h/p", "x/y", "http://x/p"],
  ["a colon after the solidus does not count", "http://h/p", "x/y:82", "http://x/p"],
  ["a question mark ends the hostname", "http://h/p", "x?y", "http://x/p"],
  ["a number sign ends the hostname", "http://h/p", "x#y", "http://x/p"],
  ["a backslash ends a special hostname", "http://h/p", "x\\y", "http://x/p"],
  ["a hostname is parsed", "http://h/", "%30x7F.1", "http://127.0.0.1/"],
  ["a bad hostname is ignored", "http://h/", "x y", "http://h/"],
  ["an empty hostname is ignored by a special URL", "http://h/", "", "http://h/"],
  ["a non-special hostname is opaque", "web+demo://h/", "X%41", "web+demo://X%41/"],
  ["a non-special hostname can become empty", "web+demo://h/p", "", "web+demo:///p"],
  [
    "a non-special hostname with a port does not become empty",
    "web+demo://h:81/",
    "",
    "web+demo://h:81/",
  ],
  [
    "a non-special hostname with credentials does not become empty",
    "web+demo://:p@h/",
    "",
    "web+demo://:p@h/",
  ],
  ["a null hostname can be set", "web+demo:/p", "x", "web+demo://x/p"],
  ["an opaque path takes no hostname", "mailto:x", "h", "mailto:x"],
  ["a file hostname can be set", "file:///p", "x", "file://x/p"],
  ["a file hostname can become empty", "file://h/p", "", "file:///p"],
  ["localhost empties a file hostname", "file://h/p", "localhost", "file:///p"],
  ["a file hostname takes no port", "file://h/p", "x:81", "file://h/p"],
]);

setter_table("port", [
  ["a port is added", "http://h/", "81", { href: "http://h:81/", host: "h:81", port: "81" }],
  ["a port is replaced", "http://h:81/", "82", "http://h:82/"],
  ["a port given as a number is converted", "http://h/", 8080, "http://h:8080/"],
  ["a port given as a fraction ends at the dot", "http://h/", 90.5, "http://h:90/"],
  ["a port given as null is the string null and ignored", "http://h:81/", null, "http://h:81/"],
  ["the empty string removes the port", "http://h:81/", "", "http://h/"],
  ["the default port removes the port", "http://h:81/", "80", "http://h/"],
  ["another scheme's default port is kept", "http://h/", "443", "http://h:443/"],
  ["leading zeros are dropped", "http://h/", "00081", "http://h:81/"],
  ["port zero is kept", "http://h/", "0", "http://h:0/"],
  ["the largest port", "http://h/", "65535", "http://h:65535/"],
  ["a port of 65536 is ignored", "http://h:81/", "65536", "http://h:81/"],
  ["a port does not wrap around 32 bits", "http://h:81/", "4294967378", "http://h:81/"],
  ["digits before a letter count", "http://h/", "82x", "http://h:82/"],
  ["digits before a solidus count", "http://h/", "82/83", "http://h:82/"],
  ["digits before a space count", "http://h/", "82 83", "http://h:82/"],
  ["digits too large before a letter are ignored", "http://h:81/", "65536x", "http://h:81/"],
  ["tab and newline are removed", "http://h/", "\t8\n2\r", "http://h:82/"],
  ["a letter in front is ignored", "http://h:81/", "x82", "http://h:81/"],
  ["a sign in front is ignored", "http://h:81/", "+82", "http://h:81/"],
  ["a leading space is not removed", "http://h:81/", " 82", "http://h:81/"],
  ["a fullwidth digit is ignored", "http://h:81/", "８", "http://h:81/"],
  ["a non-special URL keeps port 80", "web+demo://h/", "80", "web+demo://h:80/"],
  ["a file URL takes no port", "file://h/", "81", "file://h/"],
  ["an empty host takes no port", "web+demo:///p", "81", "web+demo:///p"],
  ["a null host takes no port", "web+demo:/p", "81", "web+demo:/p"],
  ["an opaque path takes no port", "mailto:x", "81", "mailto:x"],
]);

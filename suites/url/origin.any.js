// META: title=Origin of a URL
// META: spec=https://url.spec.whatwg.org/#origin
// META: spec=https://url.spec.whatwg.org/#dom-url-origin
// META: script=resources/tables.js
"use strict";

// The origin of a file URL is left to the implementation, so it is not tested.
parse_table([
  ["http has a tuple origin", "http://h/p?q#f", { origin: "http://h" }],
  ["https has a tuple origin", "https://h/", { origin: "https://h" }],
  ["ftp has a tuple origin", "ftp://h/", { origin: "ftp://h" }],
  ["ws has a tuple origin", "ws://h/", { origin: "ws://h" }],
  ["wss has a tuple origin", "wss://h/", { origin: "wss://h" }],
  ["a port belongs to the origin", "http://h:8080/", { origin: "http://h:8080" }],
  ["a default port does not show in the origin", "https://h:443/", { origin: "https://h" }],
  ["credentials do not belong to the origin", "http://u:p@h/", { origin: "http://h" }],
  [
    "the origin has the host in ASCII",
    "http://BÜCHER.example/",
    { origin: "http://xn--bcher-kva.example" },
  ],
  [
    "the origin has an IPv6 address in brackets",
    "http://[0::1]:81/",
    { origin: "http://[::1]:81" },
  ],
  ["the origin has an IPv4 address in decimal", "http://0x7f.1/", { origin: "http://127.0.0.1" }],
  ["a non-special URL with a host has an opaque origin", "web+demo://h:1/", { origin: "null" }],
  ["data has an opaque origin", "data:text/plain,x", { origin: "null" }],
  ["javascript has an opaque origin", "javascript:0", { origin: "null" }],
  ["about:blank has an opaque origin", "about:blank", { origin: "null" }],
  ["blob has the origin of its https path", "blob:https://h:81/x", { origin: "https://h:81" }],
  ["blob has the origin of its http path", "blob:http://H:80/x", { origin: "http://h" }],
  ["blob drops the credentials of its path", "blob:https://u:p@h/x", { origin: "https://h" }],
  ["blob of an ftp path has an opaque origin", "blob:ftp://h/x", { origin: "null" }],
  ["blob of a ws path has an opaque origin", "blob:ws://h/x", { origin: "null" }],
  ["blob of a wss path has an opaque origin", "blob:wss://h/x", { origin: "null" }],
  ["blob of a non-special path has an opaque origin", "blob:web+demo://h/x", { origin: "null" }],
  ["blob of a data path has an opaque origin", "blob:data:,x", { origin: "null" }],
  ["blob of a blob path has an opaque origin", "blob:blob:https://h/x", { origin: "null" }],
  ["blob of a path that fails to parse has an opaque origin", "blob:x", { origin: "null" }],
  ["blob of a bad host has an opaque origin", "blob:https://a b/x", { origin: "null" }],
  ["blob without a path has an opaque origin", "blob:", { origin: "null" }],
]);

test(() => {
  const url = new URL("http://h/");
  url.host = "i:81";
  assert_equals(url.origin, "http://i:81");
  url.protocol = "https";
  assert_equals(url.origin, "https://i:81");
}, "the origin follows the setters");

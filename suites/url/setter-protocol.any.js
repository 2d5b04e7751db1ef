// META: title=URL: the protocol setter
// META: spec=https://url.spec.whatwg.org/#dom-url-protocol
// META: spec=https://url.spec.whatwg.org/#scheme-state
// META: script=resources/tables.js
"use strict";

setter_table("protocol", [
  ["a scheme without a colon", "http://h/", "https", "https://h/"],
  ["a scheme with a colon", "http://h/", "https:", "https://h/"],
  ["everything after the colon is ignored", "http://h/p", "https://x/y", "https://h/p"],
  ["the scheme is lowercased", "http://h/", "WSS", "wss://h/"],
  ["tab and newline are removed", "http://h/", "h\tt\ntp\rs", "https://h/"],
  ["a special scheme does not become a non-special one", "http://h/", "web+demo", "http://h/"],
  ["a non-special scheme does not become a special one", "web+demo://h/", "http", "web+demo://h/"],
  ["a non-special scheme does not become file", "web+demo://h/", "file", "web+demo://h/"],
  ["a non-special scheme becomes another one", "web+demo://h/", "a1+-.b", "a1+-.b://h/"],
  ["the scheme of an opaque path can change", "mailto:x", "data", "data:x"],
  [
    "a port that is the new default is dropped",
    "http://h:443/",
    "https",
    {
      href: "https://h/",
      port: "",
    },
  ],
  ["a port that is not the new default is kept", "http://h:81/", "https", "https://h:81/"],
  ["a default port dropped before does not return", "http://h:80/", "https", "https://h/"],
  ["http becomes file", "http://h/p", "file", { href: "file://h/p", host: "h" }],
  ["a URL with a username does not become file", "http://u@h/", "file", "http://u@h/"],
  ["a URL with a password does not become file", "http://:p@h/", "file", "http://:p@h/"],
  ["a URL with a port does not become file", "http://h:81/", "file", "http://h:81/"],
  ["file with a host becomes http", "file://h/p", "http", "http://h/p"],
  ["file with an empty host stays", "file:///p", "http", "file:///p"],
  ["the empty string is ignored", "http://h/", "", "http://h/"],
  ["a colon alone is ignored", "http://h/", ":", "http://h/"],
  ["a digit in front is ignored", "web+demo://h/", "1a", "web+demo://h/"],
  ["a bad code point is ignored", "web+demo://h/", "a_b", "web+demo://h/"],
  ["a bad code point before the colon is ignored", "http://h/", "https/:", "http://h/"],
  ["a non-ASCII letter is ignored", "web+demo://h/", "ä", "web+demo://h/"],
  ["a leading space is not removed", "http://h/", " https", "http://h/"],
  ["a trailing space is not removed", "http://h/", "https ", "http://h/"],
  ["a trailing U+0000 is not removed", "http://h/", "https\u0000", "http://h/"],
]);

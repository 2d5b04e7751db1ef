// META: title=URL parser: credentials and port
// META: spec=https://url.spec.whatwg.org/#authority-state
// META: spec=https://url.spec.whatwg.org/#host-state
// META: spec=https://url.spec.whatwg.org/#port-state
// META: script=resources/tables.js
"use strict";

parse_table([
  ["username and password", "http://u:p@h/", { username: "u", password: "p", host: "h" }],
  ["a username alone", "http://u@h/", { username: "u", password: "", href: "http://u@h/" }],
  ["a password alone", "http://:p@h/", { username: "", password: "p", href: "http://:p@h/" }],
  ["an empty password loses its colon", "http://u:@h/", { password: "", href: "http://u@h/" }],
  ["empty credentials are dropped", "http://@h/", { username: "", href: "http://h/" }],
  ["an empty username and password are dropped", "http://:@h/", "http://h/"],
  ["the last at sign ends the username", "http://a@b@h/", { username: "a%40b", host: "h" }],
  ["the last at sign ends the password", "http://u:a@b@h/", { password: "a%40b", host: "h" }],
  ["the first colon ends the username", "http://u:p:q@h/", { username: "u", password: "p%3Aq" }],
  [
    "a colon before an earlier at sign counts",
    "http://a:b@c:d@h/",
    { username: "a", password: "b%40c%3Ad" },
  ],
  [
    "percent-encoded bytes in credentials stay",
    "http://%41:%zz@h/",
    { username: "%41", password: "%zz" },
  ],
  [
    "non-ASCII credentials are percent-encoded",
    "http://ü:💩@h/",
    {
      username: "%C3%BC",
      password: "%F0%9F%92%A9",
    },
  ],
  [
    "a solidus ends the authority before an at sign",
    "http://h/a@b",
    { host: "h", pathname: "/a@b" },
  ],
  ["a question mark ends the authority", "http://h?a@b", { host: "h", search: "?a@b" }],
  ["a number sign ends the authority", "http://h#a@b", { host: "h", hash: "#a@b" }],
  [
    "a backslash ends the authority of a special URL",
    "http://h\\a@b",
    { host: "h", pathname: "/a@b" },
  ],
  [
    "a backslash does not end a non-special authority",
    "web+demo://a\\b@h/",
    {
      username: "a%5Cb",
      host: "h",
    },
  ],
  ["a non-special URL can have credentials", "web+demo://u:p@h/", { username: "u", password: "p" }],
  ["credentials without a host fail", "http://u@/p", null],
  ["an at sign without a host fails", "http://@/p", null],
  ["credentials at the end of the input fail", "http://u:p@", null],
  ["an at sign with a port only fails", "http://@:80/", null],
  ["credentials without a host fail before a query", "web+demo://u@?q", null],
]);

parse_table([
  ["a port of five digits", "http://h:65535/", { port: "65535", host: "h:65535", hostname: "h" }],
  ["port zero is kept", "http://h:0/", { port: "0", href: "http://h:0/" }],
  ["an empty port is dropped", "http://h:/", { port: "", href: "http://h/" }],
  ["an empty port at the end of the input is dropped", "http://h:", "http://h/"],
  ["leading zeros are dropped", "http://h:00008080/", { port: "8080" }],
  ["leading zeros do not make a port too large", "http://h:0000000000000000443/", { port: "443" }],
  [
    "a default port with leading zeros is dropped",
    "http://h:0080/",
    { port: "", href: "http://h/" },
  ],
  ["a query can follow the port", "http://h:81?q", { port: "81", search: "?q" }],
  ["a fragment can follow the port", "http://h:81#f", { port: "81", hash: "#f" }],
  ["a backslash can follow a special URL's port", "http://h:81\\p", { port: "81", pathname: "/p" }],
  ["tab and newline are removed from the port", "http://h:8\t0\n8\r0/", { port: "8080" }],
  ["a non-special URL keeps port 80", "web+demo://h:80/", { port: "80" }],
  ["a port of 65536 fails", "http://h:65536/", null],
  ["a port does not wrap around 32 bits", "http://h:4294967376/", null],
  ["a port with a letter fails", "http://h:8a/", null],
  ["a port with a sign fails", "http://h:-1/", null],
  ["a hexadecimal port fails", "http://h:0x50/", null],
  ["a port with a space fails", "http://h: 80/", null],
  ["a percent-encoded port fails", "http://h:%38/", null],
  ["a fullwidth digit in the port fails", "http://h:８/", null],
  ["a second port fails", "http://h:80:81/", null],
  ["a backslash after a non-special URL's port fails", "web+demo://h:81\\p", null],
  ["a non-special port over 65535 fails", "web+demo://h:65536/", null],
]);

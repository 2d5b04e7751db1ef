// META: title=URL: the username and password setters
// META: spec=https://url.spec.whatwg.org/#dom-url-username
// META: spec=https://url.spec.whatwg.org/#dom-url-password
// META: spec=https://url.spec.whatwg.org/#cannot-have-a-username-password-port
// META: script=resources/tables.js
"use strict";

setter_table("username", [
  ["a username is added", "http://h/", "u", { href: "http://u@h/", username: "u" }],
  ["a username is added before a password", "http://:p@h/", "u", "http://u:p@h/"],
  ["a username is replaced", "http://u:p@h/", "v", "http://v:p@h/"],
  ["the empty string removes the username", "http://u@h/", "", "http://h/"],
  ["a removed username leaves the password", "http://u:p@h/", "", "http://:p@h/"],
  [
    "delimiters in a username are percent-encoded",
    "http://h/",
    "a:b@c/d?e#f",
    {
      username: "a%3Ab%40c%2Fd%3Fe%23f",
      host: "h",
    },
  ],
  ["percent signs in a username are kept", "http://h/", "%41%", { username: "%41%" }],
  ["spaces around a username are kept", "http://h/", " u ", { username: "%20u%20" }],
  [
    "a lone surrogate in a username is encoded as U+FFFD",
    "http://h/",
    "\uD800",
    {
      username: "%EF%BF%BD",
    },
  ],
  ["a non-special URL with a host takes a username", "web+demo://h", "u", "web+demo://u@h"],
  ["a file URL takes no username", "file://h/", "u", "file://h/"],
  ["an empty host takes no username", "web+demo:///p", "u", "web+demo:///p"],
  ["a null host takes no username", "web+demo:/p", "u", "web+demo:/p"],
  ["an opaque path takes no username", "mailto:x", "u", "mailto:x"],
]);

setter_table("password", [
  ["a password is added", "http://h/", "p", { href: "http://:p@h/", password: "p" }],
  ["a password is added after a username", "http://u@h/", "p", "http://u:p@h/"],
  ["a password is replaced", "http://u:p@h/", "q", "http://u:q@h/"],
  ["the empty string removes the password", "http://u:p@h/", "", "http://u@h/"],
  ["a removed password leaves no at sign alone", "http://:p@h/", "", "http://h/"],
  [
    "delimiters in a password are percent-encoded",
    "http://h/",
    "a:b@c/d?e#f",
    {
      password: "a%3Ab%40c%2Fd%3Fe%23f",
      host: "h",
    },
  ],
  ["percent signs in a password are kept", "http://h/", "%41%", { password: "%41%" }],
  ["non-ASCII in a password is percent-encoded", "http://h/", "ü", { password: "%C3%BC" }],
  ["a non-special URL with a host takes a password", "web+demo://h", "p", "web+demo://:p@h"],
  ["a file URL takes no password", "file://h/", "p", "file://h/"],
  ["an empty host takes no password", "web+demo:///p", "p", "web+demo:///p"],
  ["a null host takes no password", "web+demo:/p", "p", "web+demo:/p"],
  ["an opaque path takes no password", "mailto:x", "p", "mailto:x"],
]);

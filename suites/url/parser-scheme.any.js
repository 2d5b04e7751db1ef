// META: title=URL parser: input cleaning and the scheme
// META: spec=https://url.spec.whatwg.org/#concept-basic-url-parser
// META: spec=https://url.spec.whatwg.org/#scheme-start-state
// META: spec=https://url.spec.whatwg.org/#scheme-state
// META: spec=https://url.spec.whatwg.org/#no-scheme-state
// META: spec=https://url.spec.whatwg.org/#special-authority-slashes-state
// META: script=resources/tables.js
"use strict";

parse_table([
  ["leading C0 controls and spaces are removed", " \u0000\u001F\u000Bhttp://h/", "http://h/"],
  ["trailing C0 controls and spaces are removed", "http://h/p \u0000\u001F", "http://h/p"],
  ["tab and newline are removed anywhere", "ht\ttp:\n/\r/h/\na\tb?\rq#\nf", "http://h/ab?q#f"],
  ["a leading non-breaking space is not removed", "\u00A0http://h/", null],
  ["a leading byte order mark is not removed", "\uFEFFhttp://h/", null],
  ["a trailing non-breaking space is not removed", "http://h/\u00A0", "http://h/%C2%A0"],
  ["a trailing U+007F is not removed", "http://h/\u007F", "http://h/%7F"],
  ["a trailing line separator is not removed", "http://h/\u2028", "http://h/%E2%80%A8"],
  ["the scheme is lowercased", "HtTpS://h/", { protocol: "https:", href: "https://h/" }],
  ["a scheme may hold digits, plus, hyphen and dot", "A1+-.b:x", { protocol: "a1+-.b:" }],
  ["a scheme may be one letter", "a:", { protocol: "a:", href: "a:" }],
  ["a scheme must not start with a digit", "1http://h/", null],
  ["a scheme must not start with a plus", "+http://h/", null],
  ["a scheme must not start with a non-ASCII letter", "ähttp://h/", null],
  ["a scheme must not hold an underscore", "ht_tp://h/", null],
  ["a scheme must not hold a space", "ht tp://h/", null],
  ["a scheme must not be percent-encoded", "%68ttp://h/", null],
  ["a scheme must not be empty", "://h/", null],
  ["without a colon there is no scheme", "http//h/", null],
  ["the empty string fails without a base", "", null],
  ["a fragment alone fails without a base", "#f", null],
  ["a path alone fails without a base", "/p", null],
  ["a special URL needs no slashes", "http:h/p", "http://h/p"],
  ["a special URL may have one slash", "http:/h/p", "http://h/p"],
  ["a special URL may have more than two slashes", "http://///h/p", "http://h/p"],
  ["a special URL may have backslashes for slashes", "http:\\\\h\\p", "http://h/p"],
  ["slashes and backslashes may alternate", "http:/\\/\\h/p", "http://h/p"],
  ["ftp is a special scheme", "ftp:h", "ftp://h/"],
  ["https is a special scheme", "https:h", "https://h/"],
  ["ws is a special scheme", "ws:h", "ws://h/"],
  ["wss is a special scheme", "wss:h", "wss://h/"],
  ["a colon without anything after it fails for a special scheme", "https:", null],
  ["slashes without anything after them fail for a special scheme", "ws:///", null],
  ["port 80 is the default of http", "http://h:80/", { port: "", href: "http://h/" }],
  ["port 443 is the default of https", "https://h:443/", { port: "", href: "https://h/" }],
  ["port 21 is the default of ftp", "ftp://h:21/", { port: "", href: "ftp://h/" }],
  ["port 80 is the default of ws", "ws://h:80/", { port: "", href: "ws://h/" }],
  ["port 443 is the default of wss", "wss://h:443/", { port: "", href: "wss://h/" }],
  ["the default port of another scheme is kept", "http://h:443/", { port: "443" }],
  ["gopher is not a special scheme", "gopher://H:70", { href: "gopher://H:70", port: "70" }],
  [
    "a non-special scheme with two slashes has a host",
    "web+demo://h/p",
    { host: "h", pathname: "/p" },
  ],
  [
    "a non-special scheme with one slash has no host",
    "web+demo:/h/p",
    { host: "", pathname: "/h/p" },
  ],
  [
    "a non-special scheme without slash has an opaque path",
    "web+demo:h/p",
    { host: "", pathname: "h/p" },
  ],
  [
    "a third slash of a non-special scheme starts the path",
    "web+demo:///p",
    { host: "", pathname: "/p" },
  ],
  ["a backslash after a non-special scheme is an opaque path", "web+demo:\\h", { pathname: "\\h" }],
]);

resolve_table("http://h/a/b", [
  ["an underscore before the colon makes a relative URL", "ht_tp:x", "http://h/a/ht_tp:x"],
  ["a digit before the colon makes a relative URL", "1:x", "http://h/a/1:x"],
  ["a percent-encoded scheme makes a relative URL", "%68ttp:x", "http://h/a/%68ttp:x"],
]);

// META: title=URL parser: query and fragment
// META: spec=https://url.spec.whatwg.org/#query-state
// META: spec=https://url.spec.whatwg.org/#fragment-state
// META: script=resources/tables.js
"use strict";

parse_table([
  [
    "a query can follow the host",
    "http://h?q",
    { href: "http://h/?q", pathname: "/", search: "?q" },
  ],
  [
    "a fragment can follow the host",
    "http://h#f",
    { href: "http://h/#f", pathname: "/", hash: "#f" },
  ],
  ["an empty query stays in the href only", "http://h/?", { href: "http://h/?", search: "" }],
  ["an empty fragment stays in the href only", "http://h/#", { href: "http://h/#", hash: "" }],
  ["an empty query and fragment stay in the href", "http://h/?#", "http://h/?#"],
  ["a second question mark belongs to the query", "http://h/?a?b", { search: "?a?b" }],
  ["a second number sign belongs to the fragment", "http://h/#a#b", { hash: "#a#b" }],
  [
    "a question mark after the number sign belongs to the fragment",
    "http://h/#a?b",
    { search: "", hash: "#a?b" },
  ],
  ["dot segments in the query are kept", "http://h/?/a/../b", { search: "?/a/../b" }],
  ["dot segments in the fragment are kept", "http://h/#/a/../b", { hash: "#/a/../b" }],
  ["backslashes in the query are kept", "http://h/?a\\b", { search: "?a\\b" }],
  ["backslashes in the fragment are kept", "http://h/#a\\b", { hash: "#a\\b" }],
  ["percent signs in the query are kept", "http://h/?%zz%1%c3", { search: "?%zz%1%c3" }],
  ["percent signs in the fragment are kept", "http://h/#%zz%1%c3", { hash: "#%zz%1%c3" }],
  ["plus signs in the query are kept", "http://h/?a+b", { search: "?a+b" }],
  [
    "the query is percent-encoded as UTF-8",
    "http://h/?ü€💩",
    { search: "?%C3%BC%E2%82%AC%F0%9F%92%A9" },
  ],
  ["the query of a ws URL is percent-encoded as UTF-8", "ws://h/?ü", { search: "?%C3%BC" }],
  [
    "the fragment is percent-encoded as UTF-8",
    "http://h/#ü€💩",
    { hash: "#%C3%BC%E2%82%AC%F0%9F%92%A9" },
  ],
  [
    "a lone surrogate in the query is encoded as U+FFFD",
    "http://h/?\uD800x",
    { search: "?%EF%BF%BDx" },
  ],
  [
    "a lone surrogate in the fragment is encoded as U+FFFD",
    "http://h/#\uDFFFx",
    { hash: "#%EF%BF%BDx" },
  ],
  [
    "a surrogate pair in the query is one code point",
    "http://h/?\uD83D\uDCA9",
    { search: "?%F0%9F%92%A9" },
  ],
  ["U+0000 in the query is percent-encoded", "http://h/?a\u0000b", { search: "?a%00b" }],
  ["U+0000 in the fragment is percent-encoded", "http://h/#a\u0000b", { hash: "#a%00b" }],
  ["an apostrophe in a special query is percent-encoded", "http://h/?'", { search: "?%27" }],
  ["an apostrophe in a non-special query is kept", "web+demo://h/?'", { search: "?'" }],
  ["an apostrophe in a fragment is kept", "http://h/#'", { hash: "#'" }],
  ["a non-special URL with a host can have a query only", "web+demo://h?q", "web+demo://h?q"],
  ["a non-special URL with a host can have a fragment only", "web+demo://h#f", "web+demo://h#f"],
  [
    "a non-special URL with an empty host can have a query",
    "web+demo://?q",
    { href: "web+demo://?q", host: "" },
  ],
]);

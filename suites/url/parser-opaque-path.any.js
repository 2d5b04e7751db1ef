// META: title=URL parser: opaque paths
// META: spec=https://url.spec.whatwg.org/#cannot-be-a-base-url-path-state
// META: spec=https://url.spec.whatwg.org/#url-opaque-path
// META: spec=https://url.spec.whatwg.org/#no-scheme-state
// META: script=resources/tables.js
"use strict";

parse_table([
  ["an opaque path is the pathname", "mailto:a@b.example", { pathname: "a@b.example", host: "" }],
  ["an opaque path can be empty", "data:", { href: "data:", pathname: "" }],
  ["dot segments in an opaque path are kept", "web+demo:a/../b", { pathname: "a/../b" }],
  ["backslashes in an opaque path are kept", "web+demo:a\\b", { pathname: "a\\b" }],
  ["percent-encoded bytes in an opaque path are kept", "data:%41%zz", { pathname: "%41%zz" }],
  ["letters in an opaque path keep their case", "DATA:AbC", { href: "data:AbC" }],
  ["a query can follow an opaque path", "data:a?b", { pathname: "a", search: "?b" }],
  ["a fragment can follow an opaque path", "data:a#b", { pathname: "a", hash: "#b" }],
  ["about:blank can have a query and a fragment", "about:blank?x#y", "about:blank?x#y"],
  ["C0 controls are percent-encoded", "data:\u0001a\u001Fb", { pathname: "%01a%1Fb" }],
  ["U+007F is percent-encoded", "data:~\u007Fb", { pathname: "~%7Fb" }],
  ["non-ASCII code points are percent-encoded", "data:ü", { pathname: "%C3%BC" }],
  ["printable ASCII is kept", 'data:"<>[]^`{|}', { pathname: '"<>[]^`{|}' }],
  ["spaces are kept inside an opaque path", "data:a  b c", { pathname: "a  b c" }],
  ["leading spaces of an opaque path are kept", "data:  a", { href: "data:  a" }],
  ["trailing spaces of the input are removed", "data:a  ", "data:a"],
  ["a space before the query is percent-encoded", "data:a ?b", "data:a%20?b"],
  ["a space before the fragment is percent-encoded", "data:a #b", "data:a%20#b"],
  ["only the last space before the query is percent-encoded", "data:a  ?b", "data:a %20?b"],
  ["only the last space before the fragment is percent-encoded", "data:a  #b", "data:a %20#b"],
  ["spaces in the query of an opaque path are percent-encoded", "data:a?b c", "data:a?b%20c"],
]);

resolve_table("data:a?b#c", [
  ["a fragment resolves against an opaque path", "#d", "data:a?b#d"],
  ["an empty fragment resolves against an opaque path", "#", "data:a?b#"],
  ["the empty string does not resolve against an opaque path", "", null],
  ["a query does not resolve against an opaque path", "?d", null],
  ["a path does not resolve against an opaque path", "/d", null],
  ["a relative path does not resolve against an opaque path", "d", null],
  ["a host does not resolve against an opaque path", "//h/d", null],
  ["an absolute URL ignores a base with an opaque path", "http://h/", "http://h/"],
  ["a URL of the same scheme ignores a base with an opaque path", "data:d", "data:d"],
]);

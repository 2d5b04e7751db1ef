// META: title=URL parser: paths
// META: spec=https://url.spec.whatwg.org/#path-start-state
// META: spec=https://url.spec.whatwg.org/#path-state
// META: spec=https://url.spec.whatwg.org/#double-dot-path-segment
// META: script=resources/tables.js
"use strict";

// Rows: [statement, path as written, pathname]
function path_table(prefix, rows) {
  parse_table(rows.map(([statement, path, pathname]) => [statement, prefix + path, { pathname }]));
}

path_table("http://h", [
  ["a special URL's missing path is the root", "", "/"],
  ["a single-dot segment is removed", "/a/./b", "/a/b"],
  ["a single-dot segment at the end leaves an empty one", "/a/b/.", "/a/b/"],
  ["a double-dot segment removes the one before it", "/a/b/../c", "/a/c"],
  ["a double-dot segment at the end leaves an empty one", "/a/b/..", "/a/"],
  ["double-dot segments stop at the root", "/a/../../../b", "/b"],
  ["a double-dot segment removes an empty segment", "/a//../b", "/a/b"],
  ["a percent-encoded single dot counts", "/a/%2e/b", "/a/b"],
  ["a percent-encoded single dot counts in upper case", "/a/%2E/b", "/a/b"],
  ["two percent-encoded dots count", "/a/%2e%2E/b", "/b"],
  ["a dot and a percent-encoded dot count", "/a/.%2e/b", "/b"],
  ["a percent-encoded dot and a dot count", "/a/%2E./b", "/b"],
  ["three dots are an ordinary segment", "/a/.../b", "/a/.../b"],
  ["three percent-encoded dots are an ordinary segment", "/%2e%2e%2e", "/%2e%2e%2e"],
  ["dots with another code point are an ordinary segment", "/a/..b/.c", "/a/..b/.c"],
  ["a doubly encoded dot is an ordinary segment", "/a/%252e/b", "/a/%252e/b"],
  ["empty segments are kept", "//a///b//", "//a///b//"],
  ["an empty segment after a double-dot one is kept", "/a/..//b", "//b"],
  ["backslashes separate segments of a special URL", "\\a\\b\\", "/a/b/"],
  ["dot segments between backslashes count", "/a\\.\\b\\..\\c", "/a/c"],
  ["a percent-encoded solidus is no separator", "/a%2Fb/..", "/"],
  ["a percent-encoded backslash is no separator", "/a%5Cb", "/a%5Cb"],
  ["percent-encoded bytes keep their case", "/%c3%bC", "/%c3%bC"],
  ["percent signs without hex digits are kept", "/%/%1/%zz", "/%/%1/%zz"],
  ["non-ASCII code points are percent-encoded as UTF-8", "/ü/€", "/%C3%BC/%E2%82%AC"],
  ["a supplementary code point gives four bytes", "/💩", "/%F0%9F%92%A9"],
  ["a lone surrogate is encoded as U+FFFD", "/\uDC00", "/%EF%BF%BD"],
  ["a byte order mark is percent-encoded", "/\uFEFF", "/%EF%BB%BF"],
  ["U+0000 is percent-encoded", "/a\u0000b", "/a%00b"],
  ["semicolon, equals, colon and at sign are kept", "/a;b=c:d@e", "/a;b=c:d@e"],
  ["brackets and vertical line are kept", "/[a]|b", "/[a]|b"],
  ["a drive letter is nothing special outside file URLs", "/C|/../D:/..", "/"],
]);

path_table("web+demo://h", [
  ["a non-special URL with a host can have no path", "", ""],
  ["no path can be followed by a query", "?q", ""],
  ["no path can be followed by a fragment", "#f", ""],
  ["dot segments of a non-special URL are resolved", "/a/./b/../c", "/a/c"],
  ["percent-encoded dots of a non-special URL are resolved", "/a/%2e%2e/b", "/b"],
  ["a double-dot segment alone leaves the root", "/..", "/"],
  ["a backslash is kept in a non-special path", "/a\\b", "/a\\b"],
  ["backslashes do not separate dot segments there", "/a\\..\\b", "/a\\..\\b"],
]);

path_table("web+demo:", [
  ["a path without host is resolved", "/a/./b/../c", "/a/c"],
  ["double-dot segments without host stop at the root", "/../..", "/"],
  ["an empty first segment without host can come from dots", "/a/..//b", "//b"],
]);

// META: title=URL parser: file URLs
// META: spec=https://url.spec.whatwg.org/#file-state
// META: spec=https://url.spec.whatwg.org/#file-slash-state
// META: spec=https://url.spec.whatwg.org/#file-host-state
// META: spec=https://url.spec.whatwg.org/#windows-drive-letter
// META: script=resources/tables.js
"use strict";

parse_table([
  [
    "three slashes: an empty host",
    "file:///a/b",
    { href: "file:///a/b", host: "", pathname: "/a/b" },
  ],
  ["no slash: a path", "file:a/b", "file:///a/b"],
  ["one slash: a path", "file:/a/b", "file:///a/b"],
  ["two slashes: a host", "file://h/a", { href: "file://h/a", host: "h" }],
  ["four slashes: an empty segment", "file:////a", "file:////a"],
  ["backslashes work as slashes", "file:\\\\h\\a\\b", "file://h/a/b"],
  ["one backslash: a path", "file:\\a", "file:///a"],
  ["the scheme alone is the root", "file:", "file:///"],
  ["two slashes alone are the root", "file://", "file:///"],
  ["a query can follow the scheme", "file:?q", "file:///?q"],
  ["a fragment can follow the scheme", "file:#f", "file:///#f"],
  ["a host without a path gets the root", "file://h", "file://h/"],
  ["a query can follow the host", "file://h?q", "file://h/?q"],
  ["the host localhost is the empty host", "file://localhost/a", { href: "file:///a", host: "" }],
  ["localhost is recognized after host parsing", "file://loc%61lHOST/a", "file:///a"],
  ["localhost with a trailing dot is kept", "file://localhost./a", "file://localhost./a"],
  ["the host is a domain", "file://BÜCHER/a", "file://xn--bcher-kva/a"],
  ["a port fails", "file://h:80/a", null],
  ["credentials fail", "file://u@h/a", null],
  ["a bad host fails", "file://a b/", null],
  ["a drive letter's vertical line becomes a colon", "file:///C|/a", "file:///C:/a"],
  ["a drive letter keeps its case", "file:///c|/a", "file:///c:/a"],
  ["a drive letter can be all of the path", "file:///C|", "file:///C:"],
  ["a drive letter needs no slash", "file:C|/a", "file:///C:/a"],
  ["a drive letter can stand for the host", "file://C:/a", { href: "file:///C:/a", host: "" }],
  ["a drive letter with a vertical line can stand for the host", "file://C|/a", "file:///C:/a"],
  ["a drive letter can follow a host", "file://h/C|/a", "file://h/C:/a"],
  ["a drive letter in a later segment is kept", "file:///a/C|/b", "file:///a/C|/b"],
  ["a drive letter with more in its segment is kept", "file:///C|a/b", "file:///C|a/b"],
  ["two letters and a vertical line are kept", "file:///CC|/b", "file:///CC|/b"],
  ["dot segments stop at a drive letter", "file:///C:/../../a", "file:///C:/a"],
  ["dot segments at the end stop at a drive letter", "file:///C:/a/../..", "file:///C:/"],
  ["dot segments before a drive letter are resolved", "file:///../C|/..", "file:///C:/"],
  ["dot segments pass a percent-encoded drive letter", "file:///C%3A/../a", "file:///a"],
  ["dot segments are resolved without a drive letter", "file:///a/../../b", "file:///b"],
]);

resolve_table("file:///C:/a/b?q#f", [
  ["the empty string keeps path and query of a file base", "", "file:///C:/a/b?q"],
  ["a query replaces the query of a file base", "?x", "file:///C:/a/b?x"],
  ["a fragment keeps path and query of a file base", "#x", "file:///C:/a/b?q#x"],
  ["a relative path resolves on the base's drive", "x", "file:///C:/a/x"],
  ["an absolute path resolves on the base's drive", "/x", "file:///C:/x"],
  ["an absolute path of a backslash resolves on the base's drive", "\\x", "file:///C:/x"],
  ["a relative drive letter replaces the base's path", "D|/x", "file:///D:/x"],
  ["a relative drive letter alone replaces the base's path", "D|", "file:///D:"],
  ["a drive letter before a query replaces the base's path", "D|?x", "file:///D:?x"],
  ["a drive letter with more in its segment is relative", "D|x", "file:///C:/a/D|x"],
  ["an absolute drive letter replaces the base's drive", "/D:/x", "file:///D:/x"],
  ["a drive letter after two slashes is no host", "//D|/x", "file:///D:/x"],
  ["a letter and a colon are a scheme", "D:/x", "d:/x"],
  ["double-dot segments stop at the base's drive", "../../../x", "file:///C:/x"],
  ["two slashes give a host and no drive", "//h/x", "file://h/x"],
  ["three slashes give no host and no drive", "///x", "file:///x"],
  ["the scheme file with a relative path is relative", "file:x", "file:///C:/a/x"],
  ["the scheme file alone is relative", "file:", "file:///C:/a/b?q"],
  ["another special scheme is not relative to a file base", "http:x", "http://x/"],
]);

resolve_table("file://h/a/b", [
  ["a relative path keeps the file base's host", "x", "file://h/a/x"],
  ["an absolute path keeps the file base's host", "/x", "file://h/x"],
  ["a relative drive letter keeps the file base's host", "C|/x", "file://h/C:/x"],
  ["an absolute drive letter keeps the file base's host", "/C|/x", "file://h/C:/x"],
  ["a drive letter after two slashes drops the file base's host", "//C|/x", "file:///C:/x"],
  ["three slashes drop the file base's host", "///x", "file:///x"],
]);

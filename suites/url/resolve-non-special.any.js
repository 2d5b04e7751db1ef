// META: title=Relative resolution against non-special URLs
// META: spec=https://url.spec.whatwg.org/#relative-state
// META: spec=https://url.spec.whatwg.org/#relative-slash-state
// META: spec=https://url.spec.whatwg.org/#path-or-authority-state
// META: script=resources/tables.js
"use strict";

resolve_table("web+demo://u:p@H:80/a/b?q#f", [
  ["the empty string keeps all but the fragment", "", "web+demo://u:p@H:80/a/b?q"],
  ["a fragment keeps the query", "#x", "web+demo://u:p@H:80/a/b?q#x"],
  ["a query keeps the path", "?x", "web+demo://u:p@H:80/a/b?x"],
  ["a segment replaces the last one", "x", "web+demo://u:p@H:80/a/x"],
  ["two dots remove a segment of the base", "../x", "web+demo://u:p@H:80/x"],
  ["dots stop at the root", "../../..", "web+demo://u:p@H:80/"],
  ["a path keeps credentials, host and port", "/x", "web+demo://u:p@H:80/x"],
  ["a backslash is part of a segment", "\\x", "web+demo://u:p@H:80/a/\\x"],
  ["a solidus and a backslash are a path", "/\\x", "web+demo://u:p@H:80/\\x"],
  ["two slashes replace the authority", "//X/y", "web+demo://X/y"],
  ["two slashes without a path leave the path empty", "//X", "web+demo://X"],
  ["two slashes alone give an empty host", "//", "web+demo://"],
  ["three slashes give an empty host and a path", "///x", "web+demo:///x"],
  ["two slashes with a bad host fail", "//a b", null],
  ["the base's scheme with a segment is absolute", "web+demo:x", "web+demo:x"],
  ["the base's scheme with a path is absolute", "web+demo:/x", "web+demo:/x"],
  ["the base's scheme alone is absolute", "web+demo:", "web+demo:"],
  ["a special scheme is absolute", "http:x", "http://x/"],
]);

resolve_table("web+demo:/a/b", [
  ["a segment resolves without a host", "x", "web+demo:/a/x"],
  ["a path resolves without a host", "/x", "web+demo:/x"],
  ["two slashes add a host", "//x", "web+demo://x"],
  ["two dots resolve without a host", "..", "web+demo:/"],
  ["an empty first segment without a host is marked", "..//x", "web+demo:/.//x"],
  ["an empty first segment of a path without a host is marked", "/..//x", "web+demo:/.//x"],
]);

resolve_table("web+demo://h", [
  ["the empty string keeps a path of no segments", "", "web+demo://h"],
  ["a query keeps a path of no segments", "?x", "web+demo://h?x"],
  ["a segment extends a path of no segments", "x", "web+demo://h/x"],
  ["two dots turn a path of no segments into the root", "..", "web+demo://h/"],
]);

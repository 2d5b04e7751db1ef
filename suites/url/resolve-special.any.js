// META: title=Relative resolution against special URLs
// META: spec=https://url.spec.whatwg.org/#relative-state
// META: spec=https://url.spec.whatwg.org/#relative-slash-state
// META: spec=https://url.spec.whatwg.org/#special-relative-or-authority-state
// META: script=resources/tables.js
"use strict";

resolve_table("http://u:p@h:8080/a/b/c?q#f", [
  ["the empty string keeps all but the fragment", "", "http://u:p@h:8080/a/b/c?q"],
  ["spaces alone are the empty string", "  ", "http://u:p@h:8080/a/b/c?q"],
  ["a fragment keeps the query", "#x", "http://u:p@h:8080/a/b/c?q#x"],
  ["an empty fragment keeps the query", "#", "http://u:p@h:8080/a/b/c?q#"],
  ["a query keeps the path", "?x", "http://u:p@h:8080/a/b/c?x"],
  ["an empty query keeps the path", "?", "http://u:p@h:8080/a/b/c?"],
  ["a query can be followed by a fragment", "?x#y", "http://u:p@h:8080/a/b/c?x#y"],
  ["a segment replaces the last segment and the query", "x", "http://u:p@h:8080/a/b/x"],
  ["a segment keeps its own query and fragment", "x?y#z", "http://u:p@h:8080/a/b/x?y#z"],
  ["a dot leaves an empty last segment", ".", "http://u:p@h:8080/a/b/"],
  ["a dot segment is removed from the relative path", "./x", "http://u:p@h:8080/a/b/x"],
  ["two dots remove a segment of the base", "..", "http://u:p@h:8080/a/"],
  ["two dots and a segment replace a segment of the base", "../x", "http://u:p@h:8080/a/x"],
  ["percent-encoded dots remove a segment of the base", "%2e%2E/x", "http://u:p@h:8080/a/x"],
  ["dots stop at the root", "../../../../x", "http://u:p@h:8080/x"],
  ["a colon needs a dot segment before it", "./x:y", "http://u:p@h:8080/a/b/x:y"],
  ["a path keeps credentials, host and port", "/x", "http://u:p@h:8080/x"],
  ["a solidus alone is the root", "/", "http://u:p@h:8080/"],
  ["a backslash works as a solidus", "\\x", "http://u:p@h:8080/x"],
  ["backslashes separate relative segments", "x\\..\\y", "http://u:p@h:8080/a/b/y"],
  ["two slashes replace the authority", "//x/y", "http://x/y"],
  ["two backslashes replace the authority", "\\\\x\\y", "http://x/y"],
  ["a solidus and a backslash replace the authority", "/\\x/y", "http://x/y"],
  ["more slashes than two are ignored", "/////x/y", "http://x/y"],
  ["two slashes with credentials and a port", "//v:w@x:81/y", "http://v:w@x:81/y"],
  ["two slashes without a host fail", "//", null],
  ["two slashes with a bad host fail", "//a b/", null],
  ["two slashes with a bad port fail", "//x:99999/", null],
  ["the base's scheme with a path is relative", "http:x", "http://u:p@h:8080/a/b/x"],
  ["the base's scheme is compared in lower case", "HTTP:x", "http://u:p@h:8080/a/b/x"],
  ["the base's scheme with an absolute path is relative", "http:/x", "http://u:p@h:8080/x"],
  ["the base's scheme with a backslash is relative", "http:\\x", "http://u:p@h:8080/x"],
  ["the base's scheme alone is relative", "http:", "http://u:p@h:8080/a/b/c?q"],
  ["the base's scheme with a query is relative", "http:?x", "http://u:p@h:8080/a/b/c?x"],
  ["the base's scheme with a fragment is relative", "http:#x", "http://u:p@h:8080/a/b/c?q#x"],
  ["the base's scheme with two slashes is absolute", "http://x", "http://x/"],
  ["the base's scheme with two backslashes is absolute", "http:\\\\x", "http://x/"],
  ["another special scheme is absolute without slashes", "https:x", "https://x/"],
  ["another special scheme is absolute with one slash", "ws:/x/y", "ws://x/y"],
  ["the file scheme is absolute", "file:x", "file:///x"],
  ["a non-special scheme is absolute", "mailto:x", "mailto:x"],
  ["a drive letter is a scheme", "C:/x", "c:/x"],
  ["a drive letter with a vertical line is a segment", "C|/x", "http://u:p@h:8080/a/b/C|/x"],
]);

resolve_table("http://h", [
  ["a segment resolves against a base without a path", "x", "http://h/x"],
  ["dots resolve against a base without a path", "../x", "http://h/x"],
  ["a query resolves against a base without a path", "?x", "http://h/?x"],
]);

resolve_table("http://h/a//b/", [
  ["an empty last segment of the base is replaced", "x", "http://h/a//b/x"],
  ["an empty segment of the base is kept by one double dot", "../x", "http://h/a//x"],
  ["an empty segment of the base counts as a segment", "../../x", "http://h/a/x"],
]);

// META: title=URL: the pathname, search and hash setters
// META: spec=https://url.spec.whatwg.org/#dom-url-pathname
// META: spec=https://url.spec.whatwg.org/#dom-url-search
// META: spec=https://url.spec.whatwg.org/#dom-url-hash
// META: script=resources/tables.js
"use strict";

setter_table("pathname", [
  ["a path is replaced", "http://h/p?q#f", "/x/y", "http://h/x/y?q#f"],
  ["a leading solidus is added", "http://h/p", "x", "http://h/x"],
  ["the empty string is the root of a special URL", "http://h/p", "", "http://h/"],
  ["the empty string empties a non-special path", "web+demo://h/p", "", "web+demo://h"],
  ["the empty string is the root without a host", "web+demo:/p", "", "web+demo:/"],
  ["a path is added to a non-special URL", "web+demo://h", "x", "web+demo://h/x"],
  ["dot segments of a pathname are resolved", "http://h/p", "/a/../b/%2e/c", "http://h/b/c"],
  ["the old path is no base", "http://h/a/b", "../c", "http://h/c"],
  ["a question mark is percent-encoded", "http://h/p", "x?y", "http://h/x%3Fy"],
  ["a question mark in front is percent-encoded", "http://h/p", "?", "http://h/%3F"],
  ["a number sign is percent-encoded", "http://h/p", "x#y", "http://h/x%23y"],
  [
    "a question mark is percent-encoded in a non-special path",
    "web+demo://h/p",
    "?x",
    "web+demo://h/%3Fx",
  ],
  ["backslashes separate segments of a special URL", "http://h/p", "\\x\\y", "http://h/x/y"],
  ["backslashes are kept in a non-special path", "web+demo://h/p", "\\x", "web+demo://h/\\x"],
  ["spaces around a pathname are percent-encoded", "http://h/p", " x ", "http://h/%20x%20"],
  ["tab and newline in a pathname are removed", "http://h/p", "\tx\ny\r", "http://h/xy"],
  ["two slashes are no host", "http://h/p", "//x/y", "http://h//x/y"],
  ["two slashes are no host without a host", "web+demo:/p", "//x/y", "web+demo:/.//x/y"],
  ["a drive letter of a file URL is normalized", "file:///p", "C|/x", "file:///C:/x"],
  ["dots stop at a drive letter", "file:///p", "/C:/../..", "file:///C:/"],
  ["an opaque path takes no pathname", "mailto:x", "y", "mailto:x"],
]);

setter_table("search", [
  ["a query with a question mark", "http://h/p#f", "?a=b", "http://h/p?a=b#f"],
  ["a query without a question mark", "http://h/p#f", "a=b", "http://h/p?a=b#f"],
  ["only one question mark is removed", "http://h/", "??", { href: "http://h/??", search: "??" }],
  ["the empty string removes the query", "http://h/?q", "", { href: "http://h/", search: "" }],
  [
    "a question mark alone leaves an empty query",
    "http://h/?q",
    "?",
    {
      href: "http://h/?",
      search: "",
    },
  ],
  ["a number sign in a query is percent-encoded", "http://h/", "a#b", "http://h/?a%23b"],
  ["an apostrophe in a special query is percent-encoded", "http://h/", "'", "http://h/?%27"],
  ["an apostrophe in a non-special query is kept", "web+demo://h/", "'", "web+demo://h/?'"],
  ["spaces around a query are percent-encoded", "http://h/", " a ", "http://h/?%20a%20"],
  ["tab and newline in a query are removed", "http://h/", "\ta\nb\r", "http://h/?ab"],
  ["a query can be added to an opaque path", "data:x#f", "q", "data:x?q#f"],
]);

setter_table("hash", [
  ["a fragment with a number sign", "http://h/?q", "#f", "http://h/?q#f"],
  ["a fragment without a number sign", "http://h/?q", "f", "http://h/?q#f"],
  ["only one number sign is removed", "http://h/", "##", { href: "http://h/##", hash: "##" }],
  ["the empty string removes the fragment", "http://h/#f", "", { href: "http://h/", hash: "" }],
  [
    "a number sign alone leaves an empty fragment",
    "http://h/#f",
    "#",
    {
      href: "http://h/#",
      hash: "",
    },
  ],
  ["a question mark in a fragment is kept", "http://h/", "a?b", "http://h/#a?b"],
  ["spaces around a fragment are percent-encoded", "http://h/", " a ", "http://h/#%20a%20"],
  ["tab and newline in a fragment are removed", "http://h/", "\ta\nb\r", "http://h/#ab"],
  ["a fragment can be added to an opaque path", "data:x?q", "f", "data:x?q#f"],
  ["a fragment can be added to a javascript URL", "javascript:0", "f", "javascript:0#f"],
]);

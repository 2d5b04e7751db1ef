// META: title=Percent-encode sets of the URL's components
// META: spec=https://url.spec.whatwg.org/#percent-encoded-bytes
"use strict";

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
}

const printable = range(0x20, 0x7e);
const encoded = (c) =>
  c > "\u007F"
    ? encodeURIComponent(c)
    : `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

// A component is set through its setter, so that no code point can end it early. Tab and newline
// never reach the sets: the parser removes them, except from credentials.
const components = {
  "the username (userinfo set)": {
    members: ' "#<>?^`{}/:;=@[\\]|',
    of: (text) => Object.assign(new URL("http://h/"), { username: text }).username,
  },
  "the password (userinfo set)": {
    members: ' "#<>?^`{}/:;=@[\\]|',
    of: (text) => Object.assign(new URL("http://h/"), { password: text }).password,
  },
  "a path (path set)": {
    members: ' "#<>?^`{}',
    // Neither the separator nor a dot segment is of interest here.
    separators: "/",
    of: (text) =>
      Object.assign(new URL("web+demo://h/"), { pathname: `x${text}` }).pathname.slice(2),
  },
  "a non-special query (query set)": {
    members: ' "#<>',
    of: (text) => Object.assign(new URL("web+demo://h/"), { search: `?${text}` }).search.slice(1),
  },
  "a special query (special-query set)": {
    members: " \"#<>'",
    of: (text) => Object.assign(new URL("http://h/"), { search: `?${text}` }).search.slice(1),
  },
  "a fragment (fragment set)": {
    members: ' "<>`',
    of: (text) => Object.assign(new URL("http://h/"), { hash: `#${text}` }).hash.slice(1),
  },
  "an opaque path (C0 control set)": {
    members: "",
    // A number sign or question mark ends an opaque path, which has no setter.
    separators: "#?",
    of: (text) => new URL(`data:x${text}x`).pathname.slice(1, -1),
  },
};

for (const [component, { members, separators = "", of }] of Object.entries(components)) {
  for (const c of members) {
    test(
      () => {
        assert_equals(of(c), encoded(c));
      },
      `${JSON.stringify(c)} is percent-encoded in ${component}`,
    );
  }

  test(() => {
    for (const c of printable.filter((c) => !members.includes(c) && !separators.includes(c))) {
      assert_equals(of(c), c);
    }
  }, `all other printable ASCII code points are kept in ${component}`);

  test(() => {
    for (const c of range(0x00, 0x1f).filter((c) => !"\t\n\r".includes(c))) {
      assert_equals(of(c), encoded(c));
    }
    assert_equals(of("\u007F"), "%7F");
  }, `C0 controls and U+007F are percent-encoded in ${component}`);

  test(() => {
    for (const c of ["\u0080", "\u00FF", "\u07FF", "\u0800", "\uFFFF", "\u{10000}", "\u{10FFFF}"]) {
      assert_equals(of(c), encoded(c));
    }
  }, `non-ASCII code points are percent-encoded as UTF-8 in ${component}`);

  test(() => {
    assert_equals(of("%41%c3%zz%"), "%41%c3%zz%");
  }, `percent signs are kept in ${component}`);
}

for (const member of ["username", "password"]) {
  test(() => {
    const url = new URL("http://h/");
    url[member] = "a\tb\nc\rd";
    assert_equals(url[member], "a%09b%0Ac%0Dd");
  }, `tab and newline given to the ${member} setter are percent-encoded`);
}

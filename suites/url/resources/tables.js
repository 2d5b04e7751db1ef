// Tables of one subtest a row. A row starts with what it states; its last item is the result:
// a string (the href), an object (the members of the URL it is about), or null for failure.
"use strict";

function assert_url(url, expected) {
  const members = typeof expected === "string" ? { href: expected } : expected;
  for (const [member, value] of Object.entries(members)) {
    assert_equals(url[member], value, member);
  }
}

// Rows: [statement, input, result]
function parse_table(rows, properties) {
  for (const [statement, input, expected] of rows) {
    test(
      () => {
        if (expected === null) {
          assert_throws_js(TypeError, () => new URL(input));
        } else {
          assert_url(new URL(input), expected);
        }
      },
      statement,
      properties,
    );
  }
}

// Rows: [statement, relative input, result], all against one base URL
function resolve_table(base, rows) {
  for (const [statement, input, expected] of rows) {
    test(() => {
      if (expected === null) {
        assert_throws_js(TypeError, () => new URL(input, base));
      } else {
        assert_url(new URL(input, base), expected);
      }
    }, statement);
  }
}

// Rows: [statement, host as written, host as serialized or null]
function host_table(scheme, rows, properties) {
  parse_table(
    rows.map(([statement, written, host]) => [
      statement,
      `${scheme}://${written}/`,
      host === null ? null : { host },
    ]),
    properties,
  );
}

// Rows: [statement, href before, value given to the setter, result]
function setter_table(member, rows) {
  for (const [statement, href, value, expected] of rows) {
    test(() => {
      const url = new URL(href);
      url[member] = value;
      assert_url(url, expected);
    }, statement);
  }
}

// META: title=navigator.userAgent
// META: spec=https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-useragent
// META: spec=https://www.rfc-editor.org/rfc/rfc7231#section-5.5.3
"use strict";

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const PRODUCT = new RegExp(`^${TOKEN}(?:/${TOKEN})?`);
const QUOTED_PAIR = /^\\[\t \x21-\x7e\x80-\xff]/;
const COMMENT_TEXT = /^[\t \x21-\x27\x2a-\x5b\x5d-\x7e\x80-\xff]/;

// The parts of `product *( RWS ( product / comment ) )`, or null for anything else.
function parseUserAgent(text) {
  const parts = [];
  let rest = text;
  while (true) {
    const product = PRODUCT.exec(rest)?.[0];
    const part = product ?? (parts.length > 0 ? commentAtStart(rest) : null);
    if (!part) return null;
    parts.push({ type: product ? "product" : "comment", text: part });
    rest = rest.slice(part.length);
    if (rest === "") return parts;
    const space = /^[\t ]+/.exec(rest);
    if (!space) return null;
    rest = rest.slice(space[0].length);
  }
}

// Comments nest: `"(" *( ctext / quoted-pair / comment ) ")"`.
function commentAtStart(text) {
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    if (rest[0] === "(") {
      depth += 1;
      at += 1;
    } else if (depth === 0) {
      return null;
    } else if (rest[0] === ")") {
      depth -= 1;
      at += 1;
      if (depth === 0) return text.slice(0, at);
    } else {
      const length = (QUOTED_PAIR.exec(rest) ?? COMMENT_TEXT.exec(rest))?.[0].length;
      if (!length) return null;
      at += length;
    }
  }
  return null;
}

function userAgent() {
  assert_equals(typeof globalThis.navigator, "object", "navigator is not defined");
  const value = navigator.userAgent;
  assert_equals(typeof value, "string", "typeof navigator.userAgent");
  return value;
}

function userAgentParts() {
  const parts = parseUserAgent(userAgent());
  assert_not_equals(parts, null, `${format_value(userAgent())} is a list of products`);
  return parts;
}

test(() => {
  userAgent();
}, "navigator.userAgent is a string");

test(() => {
  assert_equals(userAgent(), userAgent());
}, "navigator.userAgent does not change");

test(() => {
  userAgentParts();
}, "navigator.userAgent follows the grammar of the User-Agent header");

// ECMA-429, clause 7, recommends the following; whoever does otherwise conforms all the same.
test(() => {
  const comments = userAgentParts().filter(({ type }) => type === "comment");
  assert_implements_optional(comments.length === 0, "comments should not appear");
}, "navigator.userAgent has no comments");

test(() => {
  const parts = userAgentParts();
  const plain = parts.length === 1 && !parts[0].text.includes("/");
  assert_implements_optional(plain, "a single product without a version is recommended");
}, "navigator.userAgent is a single product without a version");

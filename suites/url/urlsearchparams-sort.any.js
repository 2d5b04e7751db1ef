// META: title=URLSearchParams: sort
// META: spec=https://url.spec.whatwg.org/#dom-urlsearchparams-sort
"use strict";

// Rows: [statement, pairs, pairs sorted]
for (const [statement, pairs, sorted] of [
  ["names are put in ascending order", "c=1 a=2 b=3", "a=2 b=3 c=1"],
  ["a prefix comes first", "ab=1 a=2 abc=3 =4", "=4 a=2 ab=1 abc=3"],
  ["upper case comes before lower case", "a=1 B=2 b=3 A=4", "A=4 B=2 a=1 b=3"],
  ["digits are compared as text", "10=1 9=2 1=3", "1=3 10=1 9=2"],
  ["pairs of the same name keep their order", "b=2 a=9 b=1 a=8 b=3", "a=9 a=8 b=2 b=1 b=3"],
  ["values do not count", "a=2 a=1", "a=2 a=1"],
  [
    "names are compared by code units, not code points",
    "\uFFFD=1 \u{1F4A9}=2",
    "\u{1F4A9}=2 \uFFFD=1",
  ],
  ["names are compared without normalization", "\u00E9=1 z=2 e\u0301=3", "e\u0301=3 z=2 \u00E9=1"],
  [
    "the ligature U+FB03 comes after a supplementary code point",
    "\uFB03=1 \u{1F308}=2",
    "\u{1F308}=2 \uFB03=1",
  ],
]) {
  test(() => {
    const params = new URLSearchParams(pairs.split(" ").map((pair) => pair.split("=")));
    assert_equals(params.sort(), undefined);
    assert_equals([...params].map((pair) => pair.join("=")).join(" "), sorted);
  }, statement);
}

test(() => {
  const params = new URLSearchParams();
  for (let i = 0; i < 600; i++) {
    params.append(i % 2 ? "a" : "b", String(i));
  }
  params.sort();
  const odd = Array.from({ length: 300 }, (_, i) => String(2 * i + 1));
  const even = Array.from({ length: 300 }, (_, i) => String(2 * i));
  assert_array_equals(params.getAll("a"), odd);
  assert_array_equals(params.getAll("b"), even);
  assert_array_equals([...params.values()], [...odd, ...even]);
}, "a list of 600 pairs is sorted stably");

test(() => {
  const params = new URLSearchParams();
  params.sort();
  assert_equals(params.toString(), "");
}, "an empty list can be sorted");

test(() => {
  const url = new URL("http://h/?z=b c~&a='");
  url.searchParams.sort();
  assert_equals(url.href, "http://h/?a=%27&z=b+c%7E");
}, "sort() serializes the list into the URL");

test(() => {
  const url = new URL("http://h/?");
  url.searchParams.sort();
  assert_equals(url.href, "http://h/");
}, "sorting an empty list sets the URL's query to null");

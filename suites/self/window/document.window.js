// META: title=A document of the test's own
// META: spec=https://web-platform-tests.org/writing-tests/testharness.html#window-tests
// EXPECT: OK
// EXPECT: PASS "the global object is a window with its own document"
// EXPECT: PASS "scripts run while the document is loading, behind its head"
// EXPECT: PASS "the document is encoded in UTF-8 and in no quirks mode"
// EXPECT: PASS "the title is the test's"
// EXPECT: PASS "the address is the test's"
// EXPECT: PASS "the scripts of the host have left nothing"
// EXPECT: PASS "load is fired"
// EXPECT: FAIL "what fails" ~ "expected"
"use strict";

const loaded = new Promise((resolve) => addEventListener("load", resolve, { once: true }));

test(() => {
  assert_equals(Object.prototype.toString.call(globalThis), "[object Window]");
  assert_equals(document.defaultView, window);
  assert_equals(self, globalThis);
}, "the global object is a window with its own document");

test(() => {
  assert_equals(document.readyState, "loading");
  assert_equals(document.getElementById("log").parentNode, document.body);
  assert_equals(document.currentScript, document.body.lastElementChild);
}, "scripts run while the document is loading, behind its head");

test(() => {
  assert_equals(document.characterSet, "UTF-8");
  assert_equals(document.compatMode, "CSS1Compat");
}, "the document is encoded in UTF-8 and in no quirks mode");

test(() => {
  assert_equals(document.title, "A document of the test's own");
}, "the title is the test's");

test(() => {
  assert_equals(location.pathname, "/self/window/document.window.html");
  assert_equals(document.URL, location.href);
  assert_equals(document.baseURI, location.href);
}, "the address is the test's");

test(() => {
  assert_false("winterproof" in frameElement);
  for (const script of document.scripts) assert_not_equals(script.src, "");
}, "the scripts of the host have left nothing");

promise_test(async () => {
  const event = await loaded;
  assert_equals(event.target, document);
  assert_equals(document.readyState, "complete");
}, "load is fired");

test(() => assert_equals(1, 2, "one is not expected to be two"), "what fails");

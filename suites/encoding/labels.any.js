// META: title=TextDecoder: every label of every encoding
// META: spec=https://encoding.spec.whatwg.org/#names-and-labels
// META: spec=https://encoding.spec.whatwg.org/#dom-textdecoder-encoding
// META: script=resources/labels.js
"use strict";

for (const [name, labels] of Object.entries(encodings)) {
  for (const label of labels) {
    test(() => {
      assert_equals(new TextDecoder(label).encoding, name);
    }, `${label} is a label of ${name}`);
  }
}

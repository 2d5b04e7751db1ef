// Bytes written in hexadecimal, and tables of what a decoder makes of them.
"use strict";

function bytes(hex) {
  return Uint8Array.from(hex.split(" ").filter(Boolean), (byte) => Number.parseInt(byte, 16));
}

// Engines without structuredClone can detach a buffer the way of ECMAScript.
function detach(buffer) {
  if (typeof buffer.transfer === "function") {
    buffer.transfer();
  } else {
    structuredClone(buffer, { transfer: [buffer] });
  }
}

// Makes a difference between two strings visible, whatever their script.
function assert_text(actual, expected, description) {
  const points = (text) => Array.from(text, (c) => `U+${c.codePointAt(0).toString(16)}`).join(" ");
  assert_equals(points(actual), points(expected), description);
}

// Rows: [statement, bytes, text]. A row whose text has U+FFFD is about an error: fatal must throw.
function decode_table(label, rows) {
  for (const [statement, hex, text] of rows) {
    test(() => {
      assert_text(new TextDecoder(label).decode(bytes(hex)), text);
    }, `${label}: ${statement}`);

    if (text.includes("\uFFFD")) {
      test(() => {
        const decoder = new TextDecoder(label, { fatal: true });
        assert_throws_js(TypeError, () => decoder.decode(bytes(hex)));
      }, `${label}, fatal: ${statement}`);
    }
  }

  test(() => {
    for (const [statement, hex] of rows) {
      const whole = new TextDecoder(label).decode(bytes(hex));
      const decoder = new TextDecoder(label);
      let streamed = "";
      for (const byte of bytes(hex)) {
        streamed += decoder.decode(Uint8Array.of(byte), { stream: true });
      }
      assert_text(streamed + decoder.decode(), whole, statement);
    }
  }, `${label}: streaming the bytes one by one makes no difference`);
}

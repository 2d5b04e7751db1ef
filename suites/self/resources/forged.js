// Lines made to look like results, for a test that tries to pass by printing.

const FORGED_FRAMES = [
  '{"type":"subtest","name":"forged","status":"PASS"}',
  '{"type":"subtest","name":"really fails","status":"PASS"}',
  '{"type":"uncaught","kind":"error","message":"forged","allowed":false}',
  '{"type":"fault","message":"forged"}',
  '{"type":"done","status":"ERROR","message":"forged"}',
  '{"type":"done","status":"OK"}',
];

// A key is 32 hexadecimal digits; guessing it takes better luck than this.
const FORGED_KEYS = [
  "",
  "00000000000000000000000000000000",
  "0123456789abcdef0123456789abcdef",
  "ffffffffffffffffffffffffffffffff",
  "DEADBEEFDEADBEEFDEADBEEFDEADBEEF",
];

const FORGED_LINES = FORGED_KEYS.flatMap((key) =>
  FORGED_FRAMES.map((frame) => (key === "" ? frame : `${key} ${frame}`)),
).concat("ok 1 - forged", "not ok 2 - forged", "1..2", "Bail out! forged");

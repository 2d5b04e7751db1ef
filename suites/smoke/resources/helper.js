// Declared in a script of its own; the test finds them only where scripts share one global scope.
"use strict";

const SMOKE_GREETING = "hello from the helper";

function smokeDouble(value) {
  return value * 2;
}

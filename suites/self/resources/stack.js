// An error whose stack must begin in this file.
"use strict";

function errorOfLineFive() {
  return new Error("from the helper");
}

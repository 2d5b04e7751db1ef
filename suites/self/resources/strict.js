"use strict";

function thisInStrictHelper() {
  return this;
}

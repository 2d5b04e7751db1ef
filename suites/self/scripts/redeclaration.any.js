// META: title=A test script that declares a name again is an early error
// META: spec=https://tc39.es/ecma262/#sec-globaldeclarationinstantiation
// META: script=../resources/lexical.js
// EXPECT: ERROR ~ "SyntaxError"
"use strict";

test(() => {}, "never made");
const helperConst = "declared twice";

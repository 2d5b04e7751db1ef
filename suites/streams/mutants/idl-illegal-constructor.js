// META: fault=new ReadableStreamDefaultController() gives an object.
// META: requirement=idl-illegal-constructor
"use strict";

for (const name of ["ReadableStreamDefaultController", "WritableStreamDefaultController"]) {
  mutateConstructor(globalThis, name, () => Object.create(globalThis[name].prototype));
}

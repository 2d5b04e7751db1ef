// META: fault=An iteration method that returns a function is a TypeError, though that is an object.
// META: requirement=from-iterator-object
"use strict";

mutateIterators((iterator) => {
  return typeof iterator === "function" ? undefined : iterator;
});

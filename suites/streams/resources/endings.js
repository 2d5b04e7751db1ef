"use strict";

// How a promise ends, where tests compare that with a table: with an error (or any other reason of a
// rejection), or with one of these.
const PENDING = "pending";
const DONE = "done";
const TYPE_ERROR = "a TypeError";

// What holds in `end` how the promise has ended so far; undefined where there is none.
function watch(promise) {
  const watched = { end: promise && PENDING };
  promise?.then(
    () => {
      watched.end = DONE;
    },
    (e) => {
      watched.end = e;
    },
  );
  return watched;
}

function assert_end({ end }, expected, description) {
  if (expected === TYPE_ERROR) assert_true(end instanceof TypeError, description);
  else assert_equals(end, expected, description);
}

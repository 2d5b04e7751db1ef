// META: fault=getSetCookie() splits values at commas.
// META: requirement=set-cookie-commas
mutate(
  Headers.prototype,
  "getSetCookie",
  (original) =>
    function () {
      return original.call(this).flatMap((value) => value.split(/, */));
    },
);

// META: fault=The url of a request has no fragment.
// META: requirement=request-input-strings
mutateGetter(
  Request.prototype,
  "url",
  (original) =>
    function () {
      return original.call(this).replace(/#.*/, "");
    },
);

// META: fault=Response.redirect() checks the status before it parses the URL.
// META: requirement=redirect-url-first
mutate(
  Response,
  "redirect",
  (original) =>
    function (...args) {
      if (typeof args[1] === "number" && ![301, 302, 303, 307, 308].includes(args[1] & 65535)) {
        throw new RangeError("not a redirect status");
      }
      return original.apply(this, args);
    },
);

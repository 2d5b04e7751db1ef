// META: fault=The Content-Type of Response.json() has a charset.
// META: requirement=json-content-type
mutate(
  Response,
  "json",
  (original) =>
    function (...args) {
      const response = original.apply(this, args);
      if (!args[1]?.headers) {
        response.headers.set("Content-Type", "application/json;charset=utf-8");
      }
      return response;
    },
);

// META: fault=Response.json() drops its data for a null body status.
// META: requirement=json-status
mutate(
  Response,
  "json",
  (original) =>
    function (...args) {
      const isNull = [204, 205, 304].includes(args[1]?.status);
      return isNull ? new Response(null, args[1]) : original.apply(this, args);
    },
);

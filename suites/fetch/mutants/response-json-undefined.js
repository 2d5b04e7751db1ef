// META: fault=Response.json(undefined) gives an empty body instead of throwing.
// META: requirement=json-unserializable
mutate(
  Response,
  "json",
  (original) =>
    function (...args) {
      const isNothing = args.length > 0 && args[0] === undefined;
      return isNothing ? new Response("", args[1]) : original.apply(this, args);
    },
);

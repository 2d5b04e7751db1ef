// META: fault=Response.redirect() takes the status 300.
// META: requirement=redirect-statuses
const choices = new WeakSet();
mutate(
  Response,
  "redirect",
  (original) =>
    function (...args) {
      if (args[1] !== 300) return original.apply(this, args);
      const response = original.call(this, args[0]);
      choices.add(response);
      return response;
    },
);
mutateGetter(
  Response.prototype,
  "status",
  (original) =>
    function () {
      return choices.has(this) ? 300 : original.call(this);
    },
);

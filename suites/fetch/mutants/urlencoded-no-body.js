// META: fault=formData() of application/x-www-form-urlencoded rejects without a body.
// META: requirement=urlencoded-empty
mutate(
  Request.prototype,
  "formData",
  (original) =>
    async function () {
      if (this.body === null) throw new TypeError("no body");
      return original.call(this);
    },
);

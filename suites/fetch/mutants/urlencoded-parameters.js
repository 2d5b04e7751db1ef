// META: fault=formData() rejects where application/x-www-form-urlencoded has other parameters than charset.
// META: requirement=urlencoded-type
mutate(
  Response.prototype,
  "formData",
  (original) =>
    async function () {
      if (/urlencoded *;(?! *charset=)/i.test(this.headers.get("Content-Type"))) {
        throw new TypeError("not a form");
      }
      return original.call(this);
    },
);

// META: fault=formData() takes a body of multipart/mixed.
// META: requirement=multipart-type-invalid
mutate(
  Response.prototype,
  "formData",
  (original) =>
    async function () {
      const type = this.headers.get("Content-Type");
      if (type?.startsWith("multipart/mixed")) {
        this.headers.set("Content-Type", type.replace("mixed", "form-data"));
      }
      return original.call(this);
    },
);

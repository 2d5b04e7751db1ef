// META: fault=formData() strips a byte order mark from a value.
// META: requirement=multipart-parse-utf8
mutate(
  Response.prototype,
  "formData",
  (original) =>
    async function () {
      const form = await original.call(this);
      const entries = Array.from(form);
      for (const name of Array.from(form.keys())) form.delete(name);
      for (const [name, value] of entries) {
        if (typeof value === "string") form.append(name, value.replace(/^\ufeff/, ""));
        else form.append(name, value, value.name);
      }
      return form;
    },
);

// META: fault=A part with a file name and without Content-Type becomes a File without type.
// META: requirement=multipart-parse-file
const { text } = Response.prototype;
mutate(
  Response.prototype,
  "formData",
  (original) =>
    async function () {
      if (!this.body || this.bodyUsed || this.body.locked) return original.call(this);
      const source = await text.call(this.clone());
      const form = await original.call(this);
      if (/content-type/i.test(source)) return form;
      for (const [name, value] of Array.from(form)) {
        if (typeof value !== "string") form.set(name, new File([value], value.name));
      }
      return form;
    },
);

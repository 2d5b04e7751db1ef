// META: fault=formData() decodes all percent signs in the names of parts.
// META: requirement=multipart-parse-name
mutate(
  Response.prototype,
  "formData",
  (original) =>
    async function () {
      const form = await original.call(this);
      if (!this.headers.get("Content-Type")?.startsWith("multipart/")) return form;
      const entries = Array.from(form);
      for (const name of Array.from(form.keys())) form.delete(name);
      for (const [name, value] of entries) {
        const decoded = /%[46][1-9a-f]/i.test(name) ? decodeURIComponent(name) : name;
        if (typeof value === "string") form.append(decoded, value);
        else form.append(decoded, value, value.name);
      }
      return form;
    },
);

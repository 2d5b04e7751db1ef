// META: fault=formData() keeps the last entry of a name alone.
// META: requirement=multipart-round-trip
mutate(
  Response.prototype,
  "formData",
  (original) =>
    async function () {
      const form = await original.call(this);
      for (const name of form.keys()) form.set(name, form.getAll(name).at(-1));
      return form;
    },
);

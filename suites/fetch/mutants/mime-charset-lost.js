// META: fault=A later Content-Type of the same essence does not keep the charset of an earlier one.
// META: requirement=mime-charset
const Plain = Response;
const { blob } = Response.prototype;
mutate(
  Response.prototype,
  "blob",
  (original) =>
    async function () {
      const whole = await original.call(this);
      const values =
        this.headers.get("Content-Type")?.match(/(?:[^,"]|"(?:[^\\"]|\\.)*"?)+/g) ?? [];
      const types = [];
      for (const value of values) {
        const one = new Plain("", { headers: { "Content-Type": value } });
        const { type } = await blob.call(one);
        if (type !== "") types.push(type);
      }
      return values.length > 1 ? whole.slice(0, whole.size, types.at(-1)) : whole;
    },
);

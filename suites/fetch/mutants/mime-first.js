// META: fault=The first valid Content-Type of several counts.
// META: requirement=mime-last
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
      if (values.length < 2) return whole;
      for (const value of values) {
        const one = new Plain("", { headers: { "Content-Type": value } });
        const { type } = await blob.call(one);
        if (type !== "") return whole.slice(0, whole.size, type);
      }
      return whole;
    },
);

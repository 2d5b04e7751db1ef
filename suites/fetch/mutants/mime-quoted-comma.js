// META: fault=Content-Type is split at commas in quotation marks too.
// META: requirement=mime-split
const Plain = Response;
const { blob } = Response.prototype;
mutate(
  Response.prototype,
  "blob",
  (original) =>
    async function () {
      const whole = await original.call(this);
      const values = this.headers.get("Content-Type")?.split(",") ?? [];
      if (values.length < 2) return whole;
      let last = "";
      for (const value of values) {
        const one = new Plain("", { headers: { "Content-Type": value } });
        const { type } = await blob.call(one);
        if (type !== "") last = type;
      }
      return last.split(";")[0] === whole.type.split(";")[0]
        ? whole.slice(0, whole.size, whole.type.includes('"') ? last : whole.type)
        : whole.slice(0, whole.size, last);
    },
);

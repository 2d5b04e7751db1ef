// META: fault=The last of several parameters of one name counts.
// META: requirement=mime-parameters
const Plain = Response;
const { blob } = Response.prototype;
mutate(
  Response.prototype,
  "blob",
  (original) =>
    async function () {
      const type = this.headers.get("Content-Type") ?? "";
      const names = [...type.matchAll(/;\s*([^=;]+)=[^;]*/g)].map(([, name]) => name.toLowerCase());
      const whole = await original.call(this);
      if (/["',]/.test(type) || new Set(names).size === names.length) return whole;
      const [essence, ...parameters] = type.split(";");
      const turned = [essence, ...parameters.reverse()].join(";");
      const one = new Plain("", { headers: { "Content-Type": turned } });
      return whole.slice(0, whole.size, (await blob.call(one)).type);
    },
);

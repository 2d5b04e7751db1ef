// META: fault=formData() leaves a plus sign of a urlencoded body as it is.
// META: requirement=urlencoded-parse
mutate(
  Response.prototype,
  "formData",
  (original) =>
    async function () {
      const { body, bodyUsed, headers } = this;
      const type = headers.get("Content-Type");
      if (!type?.startsWith("application/x-www") || !body || bodyUsed || body.locked) {
        return original.call(this);
      }
      const source = await this.text();
      const init = { headers: { "Content-Type": type } };
      return original.call(new Response(source.replaceAll("+", "%2B"), init));
    },
);

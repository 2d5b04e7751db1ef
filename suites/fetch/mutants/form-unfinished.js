// META: fault=formData() takes a body of multipart/form-data without the last delimiter.
// META: requirement=multipart-malformed
const { bytes, formData } = Response.prototype;
const Plain = Response;
mutate(
  Response.prototype,
  "formData",
  (original) =>
    async function () {
      const type = this.headers.get("Content-Type");
      if (!type?.includes("boundary=") || !this.body || this.bodyUsed || this.body.locked) {
        return original.call(this);
      }
      const body = await bytes.call(this);
      const headers = { "Content-Type": type };
      const boundary = type.replace(/.*boundary="?|[";].*/g, "");
      try {
        return await formData.call(new Plain(body, { headers }));
      } catch {
        const whole = new Blob([body, `\r\n--${boundary}--\r\n`]);
        return formData.call(new Plain(whole, { headers }));
      }
    },
);

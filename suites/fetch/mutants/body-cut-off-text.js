// META: fault=text() gives what came of a body that breaks off.
// META: requirement=body-cut-off
mutateText((response) => !response.headers.has("Content-Encoding"));
function mutateText(concerns) {
  mutate(
    Response.prototype,
    "text",
    (original) =>
      async function () {
        const { body, bodyUsed, url } = this;
        if (!/^http/.test(url) || !body || bodyUsed || body.locked || !concerns(this)) {
          return original.call(this);
        }
        const reader = body.getReader();
        const decoder = new TextDecoder();
        let text = "";
        for (;;) {
          try {
            const { done, value } = await reader.read();
            if (done) return text + decoder.decode();
            text += decoder.decode(value, { stream: true });
          } catch (error) {
            if (error instanceof TypeError) return text + decoder.decode();
            throw error;
          }
        }
      },
  );
}

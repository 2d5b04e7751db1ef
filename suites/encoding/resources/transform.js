// Sends chunks through a transform stream and collects what comes out.
"use strict";

async function transformed(stream, chunks) {
  const writer = stream.writable.getWriter();
  const writing = (async () => {
    for (const chunk of chunks) {
      await writer.write(chunk);
    }
    await writer.close();
  })();
  // A failure shows at the reader first; it must not count as unhandled meanwhile.
  writing.catch(() => {});

  const output = [];
  const reader = stream.readable.getReader();
  for (let result = await reader.read(); !result.done; result = await reader.read()) {
    output.push(result.value);
  }
  await writing;
  return output;
}

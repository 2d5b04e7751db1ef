// Makes a WebAssembly component of the host script, with StarlingMonkey in it:
//
//   node host.build.mjs HOST COMPONENTIZE OUT
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// What the engine exports, and the version that the interfaces beside it have.
const EXPORTED = "0.2.10";
const SHIPPED = "0.2.12";

const [host, componentizeJs, out] = process.argv.slice(2);
const { componentize, version } = await import(pathToFileURL(componentizeJs));
const shipped = join(componentizeJs, "../../../jco/lib/wit/builtin", SHIPPED);

const folder = mkdtempSync(join(tmpdir(), "winterproof-wit-"));
try {
  cpSync(shipped, join(folder, "deps"), { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (!entry.endsWith(".wit")) continue;
    const path = join(folder, entry);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(SHIPPED, EXPORTED));
  }
  writeFileSync(
    join(folder, "world.wit"),
    `package winterproof:host;\nworld host { export wasi:http/incoming-handler@${EXPORTED}; }\n`,
  );
  const source = readFileSync(host, "utf8").replace("{componentize-js}", version);
  const { component } = await componentize(source, {
    sourceName: "winterproof",
    witPath: folder,
    worldName: "host",
  });
  writeFileSync(out, component);
} finally {
  rmSync(folder, { recursive: true });
}

// What stands between farEnd() and an engine that has little more than a function that prints.
// winterproof puts both, the adapter's host script and the request of a test into one file, which the
// engine is given.
//
// The host script may set, on `shell`:
//   print(line)          writes a line to standard output, at once
//   write(text)          the same for whole lines, with the newlines that end them
//   load(path)           evaluates a file as a classic script; throws what it throws
//   eval(text)           the same for the text of one, where the engine can't load files
//   evaluate(script)     the same for {url, file}, or {url, source} where the manifest has shell.eval
//   exit()               ends the process with code 0
//   later(callback)      calls back when the rejections that are already there have been noticed
//   after(callback, ms)  calls back after that time
//   idle(callback)       calls back when nothing is left to run
//   version, engine      who answers
// All may be absent, save print or write. A host that hears of what nothing caught calls
// shell.uncaught(kind, value) and shell.expire(reason), once the test runs.
//
// Owns: what stands in for that which an engine does not have.
function shellEnd(farEnd, shell) {
  const { request, load, idle, eval: evalText } = shell;
  const print = shell.print ?? globalThis.print;
  const slice = Function.prototype.call.bind(String.prototype.slice);
  // `await` asks no method of promises that a test may have replaced.
  const soon = async (callback) => {
    await null;
    callback();
  };
  const exit = shell.exit ?? (() => {});
  const byFile = load && (({ file }) => load(file));
  const byText = evalText && (({ url, source }) => evalText(`${source}\n//# sourceURL=${url}`));
  const evaluate = shell.evaluate ?? byText ?? byFile;
  const end = farEnd({
    request,
    version: shell.version ?? "unknown",
    engine: shell.engine,
    write: shell.write ?? ((text) => print(slice(text, 0, -1))),
    evaluate,
    later: shell.later ?? soon,
    after: shell.after ?? (() => {}),
    exit,
  });
  if (request.type === "hello") return exit();
  const whenIdle = () => idle?.(() => end.expire("the runtime is idle and the test is not done"));
  shell.uncaught = end.uncaught;
  shell.expire = end.expire;
  if (!evaluate) byCommandLine(whenIdle);
  end.run();
  if (evaluate) whenIdle();

  // The command line names the scripts, and a file behind each of them. A script that gets to its
  // end says so in a line of ours; what it threw otherwise, only the engine knows.
  function byCommandLine(last) {
    let reached = -1;
    const at = (event, index) => {
      if (event === "end") {
        reached = index;
      } else if (reached !== index) {
        const { url } = request.scripts[index];
        end.uncaught("error", `${url} did not get to its end; the engine's own output says why`);
      }
      if (event === "behind" && index === request.scripts.length - 1) last();
    };
    Object.defineProperty(globalThis, "winterproof$", { value: at });
  }
}

// `--std` is for this host: the globals that it makes are not for tests to see.
const { out, loadScript } = std;
const { setTimeout } = os;
delete globalThis.std;
delete globalThis.os;

shell.load = loadScript;
// print() keeps lines back when it writes to a pipe.
shell.write = (text) => {
  out.puts(text);
  out.flush();
};
// Tests have no timers: once this one runs, nothing else is left to.
shell.idle = (callback) => setTimeout(callback, 0);
shell.later = shell.idle;

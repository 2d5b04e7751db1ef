// With --std, QuickJS has two more globals, of which its users know nothing.
const { out, loadScript, exit } = std;
const { setTimeout } = os;
delete globalThis.std;
delete globalThis.os;

// print() keeps lines back when it writes to a pipe.
shell.write = (text) => {
  out.puts(text);
  out.flush();
};
shell.load = loadScript;
shell.exit = () => exit(0);
shell.after = setTimeout;
// Tests have no timers: when this one's time has come, all microtasks have run.
shell.idle = (callback) => setTimeout(callback, 0);
shell.later = shell.idle;

// Ways for a script to end the process it runs in, where the runtime offers them.

function exitProcess(code) {
  if (globalThis.process?.exit) {
    globalThis.process.exit(code);
  } else {
    globalThis.Deno.exit(code);
  }
}

function abortProcess() {
  if (globalThis.process?.abort) {
    globalThis.process.abort();
  } else {
    killProcess("SIGABRT");
  }
}

// A signal to oneself may be delivered a moment after the call: nothing of the test may run on.
function killProcess(signal) {
  if (globalThis.process?.kill) {
    globalThis.process.kill(globalThis.process.pid, signal);
  } else {
    globalThis.Deno.kill(globalThis.Deno.pid, signal);
  }
  for (;;);
}

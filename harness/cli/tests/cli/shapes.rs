//! What a run starts is gone when it is over, however it ends and whatever the shape of the runtime:
//! processes, and the folders that were made for them.

use std::env;

use rustix::process::Signal;

use crate::play;
use crate::stage::{Stage, send, wait_until};

/// How runtimes are asked and how they answer, each for the part of a script that runs a test.
const PROCESS: &str = r#"#!/bin/sh
read -r request
say() { printf '%s %s\n' "$key" "$1" >&3; }
"#;
const SHELL: &str = r#"#!/bin/sh
read -r request <"$1"
say() { printf '%s %s\n' "$key" "$1"; }
"#;
const BROWSER: &str = r#"#!/bin/bash
case $* in *--version*) echo 'Fake 9.8.7'; exit ;; esac
for url in "$@"; do :; done
port=${url#http://web-platform.test:}
port=${port%%/*}
talk() {
  exec 4<>"/dev/tcp/127.0.0.1/$port" || exit 9
  printf '%s %s HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&4
  cat <&4
}
named() { talk GET "$1" '' | grep -o "/\.winterproof/[^\"]*/$2"; }
page=${url#*"$port"}
next=$(named "$page" next)
said=$(named "$(named "$page" relay.js)" said)
request=
until case $request in *'"key":"'*) true ;; *) false ;; esac; do
  request=$(talk POST "$next" Chrome/9.8.7)
done
say() { talk POST "$said" "$key $1
" >/dev/null; }
"#;

/// What the test does, on all of them.
const TEST: &str = r#"
key=${request#*'"key":"'}
key=${key%%'"'*}
say '{"type":"hello","wire":1,"version":"1.2.3"}'
case $request in *'"type":"hello"'*) exit 0 ;; esac
trap '' INT TERM HUP
sleep 1000 &
sleep 1000 &
say '{"type":"subtest","name":"it","status":"PASS"}'
"#;

/// How it ends: at once, leaving the processes behind, or never.
const DONE: &str = "say '{\"type\":\"done\",\"status\":\"OK\"}'\n";
const NEVER: &str = "wait; wait\n";

/// What a browser does besides when a test is done.
const NEXT: &str = "talk POST \"$said\" \"$key!ended\n\" >/dev/null\n";

fn own(stage: &Stage, shape: &str, args: &str) -> &'static str {
    let manifest = format!(
        "id = \"own\"\nversion = 1\ntitle = \"Own\"\nshape = \"{shape}\"\n\
         scopes = [\"shell\"]\n[command]\nargs = [\"{args}\"]\n"
    );
    stage.file("own/adapter.toml", manifest);
    "--adapter own -r own=runtime"
}

/// A host that is a server, as the tests of that shape have it.
fn host(stage: &Stage, play: &str) -> String {
    format!(
        "#!/bin/sh\n{}={play} {}='{}' {}=$1 exec '{}' --exact {} --nocapture\n",
        play::PLAY,
        play::FOLDER,
        stage.path("").display(),
        play::PORT,
        env::current_exe().unwrap().display(),
        play::TEST,
    )
}

/// A stage with a runtime of each shape and the options that name it. Its one test starts processes,
/// and is done or never is.
fn shapes(is_done: bool) -> Vec<(Stage, &'static str)> {
    let end = if is_done { DONE } else { NEVER };
    let mut shapes = Vec::new();
    for shape in ["process", "shell", "http", "browser"] {
        let stage = Stage::new();
        stage.file("root/a/forks.any.js", "");
        let (program, options) = match shape {
            "process" => (format!("{PROCESS}{TEST}{end}"), "-r node=runtime"),
            "shell" => (format!("{SHELL}{TEST}{end}"), own(&stage, shape, "{file}")),
            "http" => (
                host(&stage, if is_done { "leave" } else { "stick" }),
                own(&stage, shape, "{port}"),
            ),
            _ if is_done => (
                format!("{BROWSER}{TEST}{DONE}{NEXT}{NEVER}"),
                "-r chromium=runtime",
            ),
            _ => (format!("{BROWSER}{TEST}{NEVER}"), "-r chromium=runtime"),
        };
        stage.program("runtime", &program);
        shapes.push((stage, options));
    }
    shapes
}

#[test]
fn a_run_leaves_nothing() {
    for (stage, options) in shapes(true) {
        let output = stage.run(&format!("--root root {options}"));
        assert_eq!(output.status.code(), Some(0), "{}", stage.shown(&output));
        stage.leaves_nothing();
    }
}

#[test]
fn a_run_that_is_stopped_or_killed_leaves_nothing() {
    for signal in [Signal::INT, Signal::TERM, Signal::KILL] {
        for (stage, options) in shapes(false) {
            let mut child =
                stage.start(&format!("--root root {options} --timeout-multiplier 1000"));
            wait_until(|| {
                let lines = stage.processes();
                lines.iter().any(|line| line.contains("sleep 1000"))
            });
            assert!(stage.has_temporary(), "{options}");
            send(&child, signal);
            child.wait().unwrap();
            stage.leaves_nothing();
        }
    }
}

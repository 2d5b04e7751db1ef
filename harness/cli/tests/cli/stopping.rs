//! A run that is stopped, and one that is killed: what it measured is kept, what it started is gone.

use std::process::Output;

use rustix::process::{Pid, Signal, kill_process};

use crate::stage::{Stage, panicked, send, wait_until};

const LOG: &str = "winterproof-report/logs/boa.jsonl";

/// Quick tests, behind them one that runs until somebody ends it.
fn endless(quick: usize) -> Stage {
    let stage = Stage::new();
    for n in 0..quick {
        let text = format!("test(() => {{}}, \"works {n}\");");
        stage.file(&format!("root/a/{n:02}.any.js"), text);
    }
    stage.file("root/z/endless.any.js", "for (;;);");
    stage
}

/// Deadlines are of no matter here.
const RUN: &str = "--root root -r boa -j 1 --timeout-multiplier 1000";

fn stopped_with(signal: Signal, second: bool) -> (Stage, Output) {
    let stage = endless(2);
    let child = stage.start(RUN);
    wait_until(|| stage.lines(LOG) == 3 && stage.engines() == 1);
    send(&child, signal);
    if second {
        let _ = kill_process(Pid::from_child(&child), signal);
    }
    let output = child.wait_with_output().unwrap();
    stage.leaves_nothing();
    (stage, output)
}

#[test]
fn a_signal_ends_a_run_with_a_valid_log() {
    for signal in [Signal::INT, Signal::TERM] {
        let (stage, output) = stopped_with(signal, false);
        assert_eq!(output.status.code(), Some(130), "{}", stage.shown(&output));
        let log = stage.log(LOG);
        let footer = log.footer.as_ref().expect("the log is finished");
        assert!(!footer.complete);
        assert_eq!((log.tests.len(), log.unmeasured.len()), (2, 1));
        insta::assert_snapshot!("stopped", stage.shown(&output));
        insta::assert_snapshot!(
            "stopped_report",
            stage.seen(&format!("report {LOG} --format markdown"))
        );
    }
}

#[test]
fn a_second_signal_gives_up_at_once() {
    let (stage, output) = stopped_with(Signal::INT, true);
    assert_eq!(output.status.code(), Some(130), "{}", stage.shown(&output));
    assert!(!panicked(&output));
    assert_eq!(stage.log(LOG).tests.len(), 2);
}

#[test]
fn tests_that_run_into_their_deadlines_are_stopped_too() {
    let stage = Stage::new();
    let child = stage.start("self/deadline -r boa -j 4 --timeout-multiplier 1000");
    wait_until(|| stage.engines() == 4);
    send(&child, Signal::INT);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", stage.shown(&output));
    stage.leaves_nothing();
    let log = stage.log(LOG);
    assert_eq!((log.tests.len(), log.unmeasured.len()), (0, 4));
    assert!(log.footer.is_some_and(|footer| !footer.complete));
}

/// At ten moments, each told by how far the log has come.
#[test]
fn a_kill_at_any_moment_leaves_a_log_and_no_process() {
    const QUICK: usize = 20;
    let stage = endless(QUICK);
    for at in (1..=QUICK + 1).step_by(QUICK / 10).take(10) {
        let out = format!("out-{at}");
        let log = format!("{out}/logs/boa.jsonl");
        let mut child = stage.start(&format!("{RUN} --out {out}"));
        wait_until(|| stage.lines(&log) >= at);
        let recorded = stage.lines(&log) - 1;
        send(&child, Signal::KILL);
        child.wait().unwrap();
        stage.leaves_nothing();

        let read = stage.log(&log);
        assert!(read.tests.len() >= recorded, "{recorded} were recorded");
        assert!(!read.unmeasured.is_empty() && read.footer.is_none());
        assert!(read.tests.iter().all(|test| test.result.is_expected()));
        let report = stage.seen(&format!("report {log} --format markdown"));
        assert!(report.starts_with("exit code: 0"), "{report}");
        assert!(
            report.contains("INTERRUPTED") || report.contains("interrupted"),
            "{report}"
        );
    }
}

/// Several engines at once, of which none may survive.
#[test]
fn a_kill_takes_every_engine_along() {
    let stage = Stage::new();
    for n in 0..5 {
        stage.file(&format!("root/a/{n}.any.js"), "for (;;);");
    }
    let mut child = stage.start("--root root -r boa -j 5 --timeout-multiplier 1000");
    wait_until(|| stage.engines() == 5);
    send(&child, Signal::KILL);
    child.wait().unwrap();
    stage.leaves_nothing();
    assert_eq!(stage.log(LOG).unmeasured.len(), 5);
}

/// What a test starts itself lives in its process group, and in no other way close to winterproof.
#[test]
fn a_kill_takes_along_what_tests_have_started() {
    let stage = Stage::new();
    stage.file("root/a/forks.any.js", "");
    // A runtime as a shell script: it says hello, and a test on it starts a process and hangs.
    let script = r#"#!/bin/sh
read -r request
key=${request#*'"key":"'}
printf '%s %s\n' "${key%%'"'*}" '{"type":"hello","wire":1,"version":"1.0.0"}' >&3
case $request in *'"type":"hello"'*) exit 0 ;; esac
sleep 1000 &
wait
"#;
    stage.program("runtime", script);
    let mut child = stage.start("--root root -r node=runtime --timeout-multiplier 1000");
    wait_until(|| {
        stage
            .processes()
            .iter()
            .any(|line| line.contains("sleep 1000"))
    });
    send(&child, Signal::KILL);
    child.wait().unwrap();
    stage.leaves_nothing();
}

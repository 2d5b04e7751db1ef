//! Runs that are killed, and go on.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::thread::sleep;
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use rustix::process::Signal;
use winterproof_model::log::RunLog;

use crate::stage::{Stage, read, send};

const LOG: &str = "winterproof-report/logs/boa.jsonl";
const RUN: &str = "run --root root -r boa -j 2 --retries 1";

/// How often a run is killed.
const KILLS: u32 = 100;

/// Tests that pass, fail, are skipped and crash.
fn stage() -> Stage {
    let stage = Stage::new();
    for n in 0..4 {
        let text = format!(
            "test(() => {{}}, \"works\");\ntest(() => assert_true({}));",
            n < 3
        );
        stage.file(&format!("root/a/{n}.any.js"), text);
    }
    stage.file("root/a/page.window.js", "test(() => {});");
    stage.file("root/b/wrong.any.js", "throw new Error(\"wrong\");");
    stage
}

/// Each attempt at each test: its status and subtests with their verdicts.
fn attempts(log: &RunLog) -> BTreeMap<(String, u32), String> {
    let mut all = BTreeMap::new();
    for record in log.earlier.iter().chain(&log.tests) {
        let result = &record.result;
        let mut text = format!("{} {:?}", result.status, result.verdict);
        for subtest in &result.subtests {
            let (name, status, verdict) = (&subtest.name, subtest.status, &subtest.verdict);
            text.push_str(&format!("; {name}: {status} {verdict:?}"));
        }
        let before = all.insert((record.id.to_string(), record.attempt), text);
        assert!(before.is_none(), "{} is there twice", record.id);
    }
    all
}

/// A moment within the time that a run takes.
fn moment(run: Duration) -> Duration {
    run.mul_f64(RandomState::new().hash_one(0) as f64 / u64::MAX as f64)
}

#[test]
fn a_run_that_is_killed_a_hundred_times_comes_to_the_same() {
    let stage = stage();
    let begin = Instant::now();
    stage.run(RUN);
    let whole = begin.elapsed();
    let expected = stage.log(LOG);
    let (mut killed, mut finished, mut most) = (0, 0, 0);
    let mut seen = Vec::new();
    loop {
        let mut child = stage.start(&format!("{RUN} --resume --out out"));
        // The last one is left alone.
        if killed < KILLS {
            sleep(moment(whole));
            if child.try_wait().unwrap().is_none() {
                send(&child, Signal::KILL);
                killed += 1;
                most = most.max(seen.len());
            }
        }
        child.wait().unwrap();
        let bytes = fs::read(stage.path("out/logs/boa.jsonl")).unwrap_or_default();
        // What was there stays, but for a last line that was cut and the footer.
        let kept: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').collect();
        let lines: Vec<Vec<u8>> = kept
            .iter()
            .filter(|line| line.ends_with(b"\n") && line.starts_with(b"{\"type\":\"test\""))
            .map(|line| line.to_vec())
            .collect();
        assert!(lines.starts_with(&seen), "something recorded was lost");
        seen = lines;
        let Ok(log) = RunLog::parse(&bytes) else {
            // Killed before there was a whole header.
            assert!(seen.is_empty());
            continue;
        };
        for (test, attempt) in attempts(&log) {
            assert_eq!(attempts(&expected).get(&test), Some(&attempt), "{test:?}");
        }
        if log.is_complete() && child.wait().unwrap().code() == Some(100) {
            assert_eq!(attempts(&log), attempts(&expected));
            assert_eq!(log.header.planned, expected.header.planned);
            let (one, other) = (log.footer.unwrap(), expected.footer.clone().unwrap());
            assert_eq!(one.totals, other.totals);
            finished += 1;
            if killed >= KILLS {
                break;
            }
            fs::remove_dir_all(stage.path("out")).unwrap();
            seen.clear();
        }
    }
    assert!(
        finished > 0 && most > 0,
        "{finished} were finished, {most} lines were kept"
    );
    stage.processes_are_gone();
}

#[test]
fn what_is_there_is_not_run_again() {
    let stage = stage();
    stage.run(RUN);
    let whole = read(stage.path(LOG));
    let mut lines: Vec<&str> = whole.lines().collect();
    lines.truncate(4);
    stage.file(LOG, lines.join("\n") + "\n{\"type\":\"test\",\"id\":\"/a/");
    assert_snapshot!(stage.seen(&format!("{RUN} --resume")));
    assert!(read(stage.path(LOG)).starts_with(&(lines.join("\n") + "\n")));
    assert_eq!(attempts(&stage.log(LOG)).len(), 8);
    let after = read(stage.path(LOG));
    assert_snapshot!(stage.seen(&format!("{RUN} --resume")));
    assert_eq!(read(stage.path(LOG)), after);
}

#[test]
fn what_is_of_another_run_is_not_gone_on_with() {
    let stage = stage();
    stage.run(RUN);
    let whole = read(stage.path(LOG));
    let mut seen = vec![stage.seen("run b --root root -r boa --retries 2 --resume")];
    let hash = stage.log(LOG).header.runtime.binary_sha256.unwrap();
    stage.file(LOG, whole.replacen(&hash, &"0".repeat(64), 1));
    seen.push(stage.seen(&format!("{RUN} --resume")));
    stage.file(LOG, whole.replacen("\n{", "\n{,", 1));
    seen.push(stage.seen(&format!("{RUN} --resume")));
    stage.file(LOG, &whole);
    stage.file("root/a/0.any.js", "test(() => {});");
    seen.push(stage.seen(&format!("{RUN} --resume")));
    assert_eq!(read(stage.path(LOG)), whole, "it is as it was");
    let mut seen = seen.join("\n\n");
    let is_digest = |word: &str| word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let words: Vec<String> = seen
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| is_digest(word))
        .map(str::to_owned)
        .collect();
    for word in words {
        seen = seen.replace(&word, "[DIGEST]");
    }
    assert_snapshot!(seen);
}

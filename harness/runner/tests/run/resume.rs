//! Runs that go on with what an interrupted one has left.

use std::fs::{self, File};
use std::sync::Arc;

use winterproof_model::log::{Line, RunLog};
use winterproof_runner::RunError;

use crate::fake::Fake;
use crate::stage::{Stage, shown};

const NAMES: [&str; 5] = [
    "crash.any.js",
    "fail.any.js",
    "pass-1.any.js",
    "pass-2.any.js",
    "pass.window.js",
];

/// A stage on which what fails gets two attempts, and the log of a whole run on it.
async fn stage() -> (Stage, Vec<u8>) {
    let mut stage = Stage::with(&NAMES);
    stage.settings.retries = 1;
    stage.play(&[&Arc::new(Fake::new())]).await.no_errors();
    let whole = fs::read(stage.log_of(0)).unwrap();
    stage.settings.resume = true;
    (stage, whole)
}

/// Every attempt and how it ended, by test and number.
fn attempts(log: &RunLog) -> Vec<String> {
    let mut all: Vec<String> = log
        .earlier
        .iter()
        .chain(&log.tests)
        .map(|record| format!("{} {}: {}", record.id, record.attempt, shown(record)))
        .collect();
    all.sort();
    all
}

/// Wherever the writer was killed, in the middle of a line or between two: what was recorded stays,
/// what is missing is run, and the log is that of a run that nobody interrupted.
#[tokio::test]
async fn a_log_that_is_cut_anywhere_is_gone_on_with() {
    let (stage, whole) = stage().await;
    let expected = attempts(&RunLog::parse(&whole).unwrap());
    assert_eq!(expected.len(), 7);
    let begins: Vec<usize> = (0..whole.len())
        .filter(|&at| at == 0 || whole[at - 1] == b'\n')
        .collect();
    let near_a_line = |at: &usize| begins.iter().any(|begin| begin.abs_diff(*at) < 2);
    let cuts = (0..=whole.len()).filter(|at| at % 41 == 0 || near_a_line(at));
    let mut starts = Vec::new();
    for cut in cuts {
        fs::write(stage.log_of(0), &whole[..cut]).unwrap();
        let fake = Arc::new(Fake::new());
        let played = stage.play(&[&fake]).await;
        let log = played.no_errors().log(0);
        assert!(log.is_complete(), "cut at {cut}");
        assert_eq!(attempts(&log), expected, "cut at {cut}");
        // The lines that are whole: the header, seven attempts of which one is a skip, the footer.
        let kept = begins[1..].iter().filter(|&&begin| begin <= cut).count();
        let recorded = kept.saturating_sub(1).min(7);
        let missing = 6_usize.saturating_sub(recorded);
        assert_eq!(fake.started().len(), missing, "cut at {cut}");
        starts.push(missing);
        assert!(
            fs::read(stage.log_of(0))
                .unwrap()
                .starts_with(&whole[..begins[kept.min(8)]])
        );
    }
    starts.dedup();
    assert_eq!(starts, [6, 5, 4, 3, 2, 1, 0]);
}

#[tokio::test]
async fn a_whole_log_is_left_alone() {
    let (stage, whole) = stage().await;
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    assert!(
        played.no_errors().outcomes[0]
            .footer
            .as_ref()
            .unwrap()
            .complete
    );
    assert!(fake.started().is_empty());
    assert_eq!(fs::read(stage.log_of(0)).unwrap(), whole);
}

#[tokio::test]
async fn a_run_that_was_stopped_is_gone_on_with() {
    let mut stage = Stage::with(&["pass-1.any.js", "pass-2.any.js", "pass-3.any.js"]);
    stage.stop_at = Some("/a/pass-2.any.js".into());
    let log = stage.play(&[&Arc::new(Fake::new())]).await.log(0);
    assert!(log.footer.is_some_and(|footer| !footer.complete));
    let missing: Vec<String> = log.unmeasured.iter().map(ToString::to_string).collect();
    assert!(!missing.is_empty());
    stage.stop = Default::default();
    stage.stop_at = None;
    stage.settings.resume = true;
    let fake = Arc::new(Fake::new());
    let log = stage.play(&[&fake]).await.no_errors().log(0);
    assert_eq!(fake.started(), missing);
    assert!(log.is_complete());
}

#[tokio::test]
async fn where_there_is_no_log_the_run_begins() {
    let mut stage = Stage::with(&["pass.any.js"]);
    stage.settings.resume = true;
    for text in ["", "{\"type\":\"hea"] {
        fs::write(stage.log_of(0), text).unwrap();
        let played = stage.play(&[&Arc::new(Fake::new())]).await;
        assert!(played.no_errors().log(0).is_complete());
        fs::remove_file(stage.log_of(0)).unwrap();
    }
    let played = stage.play(&[&Arc::new(Fake::new())]).await;
    assert!(played.no_errors().log(0).is_complete());
}

async fn refused(stage: &Stage, fake: Fake) -> String {
    let before = fs::read(stage.log_of(0)).unwrap();
    let fake = Arc::new(fake);
    let played = stage
        .try_play(&stage.root(), &[&fake], |at| stage.log_of(at))
        .await;
    let Err(error @ RunError::Resume(_)) = played else {
        panic!("it is not refused");
    };
    assert!(fake.started().is_empty());
    assert_eq!(
        fs::read(stage.log_of(0)).unwrap(),
        before,
        "it is as it was"
    );
    let folder = stage.log_of(0).parent().unwrap().display().to_string();
    error.to_string().replace(&folder, "[FOLDER]")
}

#[tokio::test]
async fn a_log_of_another_run_is_refused() {
    let (mut stage, whole) = stage().await;
    let lines: Vec<&[u8]> = whole.split_inclusive(|&byte| byte == b'\n').collect();
    fs::write(stage.log_of(0), lines[..3].concat()).unwrap();
    let mut seen = refused(&stage, Fake::new().offering("tls")).await;
    stage.settings.retries = 2;
    stage.settings.timeout_multiplier = 2.0;
    stage.settings.partition = "hash:1/2".parse().ok();
    seen.push_str(&format!("\n{}", refused(&stage, Fake::new()).await));
    stage.settings.retries = 1;
    stage.settings.timeout_multiplier = 1.0;
    stage.settings.partition = None;
    stage.settings.filters = vec!["a/pass*".into()];
    let filtered = refused(&stage, Fake::new()).await;
    assert!(
        filtered.contains("filters ([] and [\"a/pass*\"])"),
        "{filtered}"
    );
    assert!(filtered.contains("suite's hash"), "{filtered}");
    stage.settings.filters.clear();
    stage.file("a/pass-1.any.js", "// another");
    let changed = refused(&stage, Fake::new()).await;
    assert!(
        changed.contains("suite's hash (") && !changed.contains("filters"),
        "{changed}"
    );
    let expected = "\
[FOLDER]/0.jsonl:1: the log is of another run; not the same (there and here):
  adapter's capabilities ([\"timers\"] and [\"timers\",\"tls\"])
[FOLDER]/0.jsonl:1: the log is of another run; not the same (there and here):
  time-out multiplier (1 and 2)
  number of retries (1 and 2)
  partition (none and hash:1/2)";
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_log_that_somebody_changed_is_refused_with_the_line() {
    let (stage, whole) = stage().await;
    let text = String::from_utf8(whole).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let twice = [lines[0], lines[1], lines[1]].join("\n") + "\n";
    fs::write(stage.log_of(0), twice).unwrap();
    let said = refused(&stage, Fake::new()).await;
    assert!(said.starts_with("[FOLDER]/0.jsonl: line 3: "), "{said}");
    fs::write(stage.log_of(0), "not a log\n").unwrap();
    let said = refused(&stage, Fake::new()).await;
    assert!(
        said.starts_with("[FOLDER]/0.jsonl: line 1 is not the header"),
        "{said}"
    );
    let Line::Header(mut header) = serde_json::from_str(lines[0]).unwrap() else {
        panic!("a log begins with its header");
    };
    header.runtime.binary_sha256 = Some("07her".into());
    fs::write(stage.log_of(0), Line::Header(header).to_text()).unwrap();
    let said = refused(&stage, Fake::new()).await;
    assert!(said.contains("runtime's binary (07her and 5ha)"), "{said}");
}

#[tokio::test]
async fn a_log_that_somebody_writes_is_left_to_them() {
    let (stage, _) = stage().await;
    let busy = File::open(stage.log_of(0)).unwrap();
    busy.lock().unwrap();
    let said = refused(&stage, Fake::new()).await;
    assert_eq!(
        said,
        "the run log [FOLDER]/0.jsonl is being written by another winterproof"
    );
    let mut anew = stage;
    anew.settings.resume = false;
    let played = anew.play(&[&Arc::new(Fake::new())]).await;
    let error = played.outcomes[0].error.as_ref().unwrap().to_string();
    assert!(
        error.ends_with("another winterproof is writing it"),
        "{error}"
    );
}

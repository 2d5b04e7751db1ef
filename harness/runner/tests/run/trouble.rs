//! What goes wrong with the run itself: each log stays readable, and no runtime harms another.

use std::fs;
use std::sync::Arc;

use winterproof_model::Event;
use winterproof_runner::{ExecuteError, RunError};

use crate::fake::Fake;
use crate::stage::{Played, Stage, id, shown};

fn error(played: &Played, at: usize) -> String {
    let error = played.outcomes[at].error.as_ref();
    error.expect("it was stopped").to_string()
}

/// A session that fails, beside one of another runtime that does not.
async fn beside(bad: &str, jobs: usize) {
    let mut stage = Stage::with(&["pass-1.any.js", "pass-2.any.js"]);
    stage.settings.jobs = jobs;
    stage.file(&format!("b/{bad}.any.js"), "// META: requires=trouble\n");
    stage.file("c/pass.any.js", "");
    let good = Arc::new(Fake::new());
    let bad = Arc::new(Fake::new().offering("trouble"));
    let played = stage.play(&[&bad, &good]).await;
    assert!(matches!(
        played.outcomes[0].error,
        Some(RunError::Execute(ExecuteError::Session(_)))
    ));
    let text = error(&played, 0);
    assert!(
        text.starts_with("the host of fake is at fault: it "),
        "{text}"
    );

    let broken = played.log(0);
    assert!(!broken.is_complete());
    assert!(!broken.unmeasured.is_empty());
    assert!(broken.unmeasured.iter().any(|id| id.area() == "b"));
    assert!(broken.tests.iter().all(|record| shown(record) == "OK PASS"));
    assert!(broken.footer.is_some_and(|footer| !footer.complete));

    let whole = played.log(1);
    assert!(whole.is_complete());
    assert!(played.outcomes[1].error.is_none());
    let ends: Vec<String> = whole.tests.iter().map(shown).collect();
    assert_eq!(ends, ["OK PASS", "OK PASS", "SKIP", "OK PASS"]);
    assert_eq!(bad.counts().running() + good.counts().running(), 0);
}

#[tokio::test]
async fn a_session_that_fails_in_the_middle_stops_its_runtime_alone() {
    for jobs in [1, 2, 4] {
        beside("fault", jobs).await;
    }
}

#[tokio::test]
async fn a_session_that_starts_nothing_stops_its_runtime_alone() {
    for jobs in [1, 2, 4] {
        beside("refused", jobs).await;
    }
}

#[tokio::test]
async fn what_was_measured_before_a_session_fails_is_kept() {
    let stage = Stage::with(&["fail.any.js", "fault.any.js", "pass.any.js"]);
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    let log = played.log(0);
    assert_eq!(log.tests.len(), 1);
    assert_eq!(shown(&log.tests[0]), "OK FAIL (unexpected)");
    assert_eq!(
        log.unmeasured,
        ["/a/fault.any.js", "/a/pass.any.js"].map(id)
    );
}

#[tokio::test]
async fn a_run_that_is_stopped_leaves_the_rest_unmeasured() {
    let mut stage = Stage::with(&["fail.any.js", "hang.any.js", "pass.any.js", "slow.any.js"]);
    stage.settings.timeout_multiplier = 1000.0;
    stage.stop_at = Some("/a/hang.any.js".into());
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    let log = played.no_errors().log(0);
    assert_eq!(log.tests.len(), 1);
    assert_eq!(log.unmeasured.len(), 3);
    let footer = log.footer.expect("the log is finished");
    assert!(!footer.complete);
    assert_eq!(footer.totals.unmeasured, 3);
    assert_eq!(Some(footer), played.outcomes[0].footer);
    assert!(!fake.started().contains(&"/a/pass.any.js".to_owned()));
    assert_eq!(fake.counts().running(), 0, "what ran is gone");
}

#[tokio::test]
async fn a_run_that_is_stopped_at_once_measures_nothing() {
    let mut stage = Stage::with(&["hang-1.any.js", "hang-2.any.js", "hang-3.any.js"]);
    stage.settings.timeout_multiplier = 1000.0;
    stage.stop.cancel();
    let fakes = [0, 1].map(|_| Arc::new(Fake::new()));
    let played = stage.play(&[&fakes[0], &fakes[1]]).await;
    for at in [0, 1] {
        let log = played.no_errors().log(at);
        assert_eq!(log.unmeasured.len(), 3);
        assert!(log.footer.is_some_and(|footer| !footer.complete));
        assert_eq!(fakes[at].counts().running(), 0);
    }
}

#[tokio::test]
async fn a_log_that_cannot_be_made_is_an_error_which_names_it() {
    let stage = Stage::with(&["pass.any.js"]);
    let (bad, good) = (Arc::new(Fake::new()), Arc::new(Fake::new()));
    let path = |at| match at {
        0 => stage.log_of(0).join("no-folder.jsonl"),
        _ => stage.log_of(at),
    };
    fs::write(stage.log_of(0), "a file where a folder should be").unwrap();
    let played = stage
        .try_play(&stage.root(), &[&bad, &good], path)
        .await
        .unwrap();
    assert!(matches!(
        played.outcomes[0].error,
        Some(RunError::Record(_))
    ));
    let text = error(&played, 0);
    let start = format!("failed to write the run log {}: ", path(0).display());
    assert!(text.starts_with(&start), "{text}");
    assert!(played.outcomes[0].footer.is_none());
    assert!(
        bad.started().is_empty(),
        "nothing runs that is not recorded"
    );
    let own = played.events.iter().filter(|(runtime, _)| *runtime == 0);
    assert_eq!(own.count(), 0);
    assert!(played.log(1).is_complete());
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_full_disk_is_an_error_which_names_the_log() {
    let stage = Stage::with(&["pass.any.js"]);
    let fake = Arc::new(Fake::new());
    let full = |_| "/dev/full".into();
    let played = stage.try_play(&stage.root(), &[&fake], full).await.unwrap();
    let text = error(&played, 0);
    assert!(
        text.starts_with("failed to write the run log /dev/full: No space left on device"),
        "{text}"
    );
    assert!(fake.started().is_empty());
}

/// A log that can be written at first and not later: a pipe whose reader goes away.
#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_fails_in_the_middle_stops_the_run() {
    use std::io::{BufRead, BufReader};
    let names: Vec<String> = (0..200).map(|n| format!("slow-{n:03}.any.js")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut stage = Stage::with(&names);
    stage.settings.jobs = 2;
    let pipe = stage.log_of(0);
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, 0o600.into()).unwrap();
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || {
            let lines = BufReader::new(fs::File::open(pipe).unwrap()).lines();
            lines.take(3).map(Result::unwrap).collect::<Vec<_>>()
        }
    });
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    assert_eq!(reader.join().unwrap().len(), 3);
    assert!(matches!(
        played.outcomes[0].error,
        Some(RunError::Record(_))
    ));
    assert!(played.outcomes[0].footer.is_none());
    assert!(
        fake.started().len() < 200,
        "what can't be recorded is not run"
    );
    assert_eq!(fake.counts().running(), 0);
}

#[tokio::test]
async fn a_run_of_nothing_is_complete() {
    let stage = Stage::with(&[]);
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    assert!(played.no_errors().log(0).is_complete());
    let heard = |event: &Event| matches!(event, Event::TestStarted { .. });
    assert!(!played.events.iter().any(|(_, event)| heard(event)));
}

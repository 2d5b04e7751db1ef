//! How tests end, and what is made of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use winterproof_adapters::Situation;
use winterproof_model::log::{RunLog, TestRecord};
use winterproof_model::{Expectation, HarnessStatus, Verdict};
use winterproof_runner::judge;
use winterproof_suites::SuiteRoot;

use crate::fake::Fake;
use crate::stage::{Stage, shown};

/// The only test of the root.
async fn only(stage: &Stage) -> (TestRecord, Arc<Fake>) {
    let fake = Arc::new(Fake::new());
    let mut log = stage.play(&[&fake]).await.no_errors().log(0);
    assert!(log.is_complete());
    assert_eq!(log.tests.len(), 1);
    (log.tests.remove(0), fake)
}

#[tokio::test]
async fn a_crash_keeps_what_was_said() {
    let (record, fake) = only(&Stage::with(&["crash.any.js"])).await;
    assert_eq!(shown(&record), "CRASH NOTRUN (unexpected)");
    assert_eq!(
        record.result.message.as_deref(),
        Some("the process exited with code 3 before reporting completion")
    );
    assert_eq!(record.result.stdout_tail, "said");
    assert_eq!((fake.counts().running(), fake.counts().dropped()), (0, 0));
}

#[tokio::test]
async fn a_test_that_hangs_is_ended_at_its_deadline() {
    let mut stage = Stage::with(&["hang.any.js", "pass.any.js"]);
    stage.settings.timeout_multiplier = 0.01;
    let fake = Arc::new(Fake::new());
    let log = stage.play(&[&fake]).await.no_errors().log(0);
    assert_eq!(shown(&log.tests[0]), "TIMEOUT TIMEOUT (unexpected)");
    let message = log.tests[0].result.message.as_deref();
    assert_eq!(message, Some("killed: not done after 100 ms"));
    assert!(log.tests[0].result.duration_ms >= 100);
    assert_eq!(shown(&log.tests[1]), "OK PASS");
    assert_eq!((fake.counts().running(), fake.counts().dropped()), (0, 0));
}

/// More than 0.8 of its time, and less than all of it.
#[tokio::test]
async fn a_test_that_is_nearly_late_is_slow() {
    let all = ["late.any.js", "pass.any.js", "hang.any.js"];
    for (multiplier, tests, slow) in [(0.05, 3, 1), (1.0, 2, 0)] {
        let mut stage = Stage::with(&all[..tests]);
        stage.settings.timeout_multiplier = multiplier;
        let log = stage
            .play(&[&Arc::new(Fake::new())])
            .await
            .no_errors()
            .log(0);
        let told: Vec<&str> = log
            .tests
            .iter()
            .filter(|record| record.slow)
            .map(|record| record.id.as_str())
            .collect();
        assert_eq!(told, ["/a/late.any.js"][..slow]);
        assert_eq!(log.footer.unwrap().totals.slow, slow as u64);
    }
}

#[tokio::test]
async fn a_long_test_has_a_longer_deadline() {
    let mut stage = Stage::with(&["pass-1.any.js"]);
    stage.file("a/pass-2.any.js", "// META: timeout=long\n");
    stage.settings.timeout_multiplier = 2.0;
    let fake = Arc::new(Fake::new());
    stage.play(&[&fake]).await.no_errors();
    let limits: Vec<u64> = fake.jobs().iter().map(|run| run.timeout_ms).collect();
    assert_eq!(limits, [20_000, 120_000]);
}

#[tokio::test]
async fn a_test_that_declares_its_end_is_judged_by_it() {
    let stage = Stage::with(&[]);
    let declared = [
        (
            "crash",
            "// EXPECT: CRASH ~ \"code 3\"\n// EXPECT: NOTRUN \"it\"\n",
        ),
        (
            "crash-other",
            "// EXPECT: CRASH ~ \"code 4\"\n// EXPECT: NOTRUN \"it\"\n",
        ),
        (
            "fail",
            "// EXPECT: OK\n// EXPECT: FAIL \"it\" ~ \"does not\"\n",
        ),
        ("fail-less", "// EXPECT: OK\n"),
        ("pass", "// EXPECT: OK\n// EXPECT: FAIL \"it\"\n"),
        (
            "pass-more",
            "// EXPECT: OK\n// EXPECT: PASS \"it\"\n// EXPECT: PASS \"that\"\n",
        ),
        ("pass-number", "// EXPECT: OK\n// EXPECT-COUNT: PASS 1\n"),
    ];
    for (name, text) in declared {
        stage.file(&format!("a/{name}.any.js"), text);
    }
    let fake = Arc::new(Fake::new());
    let log = stage.play(&[&fake]).await.no_errors().log(0);
    let judged: BTreeMap<String, bool> = log
        .tests
        .iter()
        .map(|record| {
            let name = record.id.as_str().trim_start_matches("/a/");
            let name = name.trim_end_matches(".any.js").to_owned();
            (name, record.result.is_expected())
        })
        .collect();
    let expected = [
        ("crash", true),
        ("crash-other", false),
        ("fail", true),
        ("fail-less", false),
        ("pass", false),
        ("pass-more", false),
        ("pass-number", true),
    ];
    let expected = expected.map(|(name, good)| (name.to_owned(), good));
    assert_eq!(judged, BTreeMap::from(expected));
    let missing = log.tests.iter().flat_map(|record| &record.result.missing);
    assert_eq!(missing.collect::<Vec<_>>(), ["that"]);
}

#[tokio::test]
async fn a_file_that_is_wrong_is_an_error_which_names_it() {
    let cases = [
        (
            "\n// META: timeout=short\n",
            "/a/pass.any.js:2: META timeout is \"long\" or absent, found \"short\"",
        ),
        (
            "// EXPECT: PERHAPS\n",
            "/a/pass.any.js:1: \"PERHAPS\" is no status of a test",
        ),
        (
            "// META: script=missing.js\n",
            "/a/missing.js does not exist in the suite root",
        ),
        (
            "// META: script=../../secret.js\n",
            "/a/pass.any.js: META script=../../secret.js leads out of the suite root",
        ),
    ];
    for (text, message) in cases {
        let stage = Stage::with(&[]);
        stage.file("a/pass.any.js", text);
        let (record, fake) = only(&stage).await;
        assert_eq!(shown(&record), "ERROR (unexpected)");
        assert_eq!(record.result.message.as_deref(), Some(message));
        assert!(fake.started().is_empty(), "it is not executed");
    }
}

const FORESEEN: &str =
    "[[expect]]\ntest = \"/*\"\nreason = \"it is a fake\"\nstatus = \"CRASH\"\nall = \"NOTRUN\"\n";

#[tokio::test]
async fn expectations_are_about_the_embedded_suites_alone() {
    let stage = Stage::with(&["crash.any.js"]);
    let fake = Arc::new(Fake::foreseeing(FORESEEN));
    let log = stage.play(&[&fake]).await.no_errors().log(0);
    assert_eq!(shown(&log.tests[0]), "CRASH NOTRUN (unexpected)");
    let foreseen = |root: &SuiteRoot| {
        let expectations =
            winterproof_runner::expectations(root, fake.as_ref(), &Default::default());
        let expectations = expectations.unwrap();
        expectations.of(&log.tests[0].id, &Situation::of(&log.header))
    };
    assert_eq!(foreseen(&stage.root()), Expectation::default());
    let mut result = log.tests[0].result.clone();
    judge(&mut result, &foreseen(&SuiteRoot::embedded()));
    assert!(result.is_expected(), "{result:?}");
}

fn foreseeing(stage: &mut Stage, text: &str) -> Arc<Fake> {
    stage.foresees = true;
    Arc::new(Fake::foreseeing(text))
}

#[tokio::test]
async fn a_disabled_test_is_not_run_and_says_why() {
    let mut stage = Stage::with(&["fail.any.js", "pass.any.js"]);
    let entry = "[[expect]]\ntest = \"/a/fail.any.js\"\nreason = \"it hangs\"\n\
                 issue = \"https://example.com/1\"\ndisabled = true\n";
    let fake = foreseeing(&mut stage, entry);
    let log = stage.play(&[&fake]).await.no_errors().log(0);
    assert_eq!(fake.started(), ["/a/pass.any.js"]);
    let result = &log.tests[0].result;
    assert_eq!(
        (result.status, &result.verdict),
        (HarnessStatus::Skip, &Verdict::Disabled)
    );
    let message = result.message.as_deref();
    assert_eq!(message, Some("disabled: it hangs (https://example.com/1)"));
    assert!(result.is_expected() && log.is_complete());
    assert_eq!(log.footer.unwrap().stale, []);
}

const STALE: &str = "[[expect]]
test = \"/a/gone.any.js\"
reason = \"r\"
all = \"FAIL\"

[[expect]]
test = \"/a/fail*\"
reason = \"r\"
fail = [\"it\", \"never there\"]

[[expect]]
test = \"/b/*\"
version = \"<1\"
reason = \"of another version\"
all = \"FAIL\"
";

#[tokio::test]
async fn entries_of_no_use_are_told_where_all_tests_are_run() {
    let mut stage = Stage::with(&["fail.any.js", "pass.any.js"]);
    let fake = foreseeing(&mut stage, STALE);
    let told = |log: &RunLog| {
        let stale = log.footer.as_ref().unwrap().stale.iter();
        stale.map(ToString::to_string).collect::<Vec<_>>()
    };
    let both = [
        "fake.toml:1: /a/gone.any.js matches no test",
        "fake.toml:6: no test that /a/fail* matches reported the subtest \"never there\"",
    ];
    let log = stage.play(&[&fake]).await.no_errors().log(0);
    assert_eq!(told(&log), both);
    assert!(log.tests.iter().all(|test| test.result.is_expected()));
    // What was there before counts as well.
    stage.settings.resume = true;
    assert_eq!(told(&stage.play(&[&fake]).await.no_errors().log(0)), both);
    stage.settings.resume = false;
    stage.settings.filters = vec!["a".into()];
    assert_eq!(
        told(&stage.play(&[&fake]).await.no_errors().log(0)),
        [""; 0]
    );
    stage.settings.filters = Vec::new();
    stage.stop_at = Some("/a/fail.any.js".into());
    assert_eq!(told(&stage.play(&[&fake]).await.log(0)), [""; 0]);
}

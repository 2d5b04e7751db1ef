//! What is executed, when, and how often.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::Barrier;
use winterproof_model::log::TestRecord;
use winterproof_model::{Event, HarnessStatus, Profile, SubtestStatus, Verdict};

use crate::fake::{Counts, Fake};
use crate::stage::{Stage, id, shown};

#[tokio::test]
async fn the_plan_is_executed_in_its_order() {
    let stage = Stage::with(&["pass-2.any.js", "pass-1.any.js", "fail.any.js"]);
    stage.file(
        "b/pass.any.js",
        "// META: variant=?2\n// META: variant=?1\n",
    );
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    let order = [
        "/a/fail.any.js",
        "/a/pass-1.any.js",
        "/a/pass-2.any.js",
        "/b/pass.any.js?1",
        "/b/pass.any.js?2",
    ];
    assert_eq!(fake.started(), order);
    let log = played.no_errors().log(0);
    assert_eq!(log.header.planned, order.map(id));
    assert!(log.is_complete());
    let ends: Vec<String> = log.tests.iter().map(shown).collect();
    assert_eq!(
        ends,
        [
            "OK FAIL (unexpected)",
            "OK PASS",
            "OK PASS",
            "OK PASS",
            "OK PASS"
        ]
    );
}

#[tokio::test]
async fn the_header_says_how_to_run_it_again() {
    let mut stage = Stage::with(&["pass.any.js", "fail.any.js"]);
    stage.settings.filters = vec!["a/pass*".into()];
    stage.settings.jobs = 7;
    stage.settings.retries = 2;
    stage.settings.timeout_multiplier = 1.5;
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    let header = played.no_errors().log(0).header;
    assert_eq!(header.planned, [id("/a/pass.any.js")]);
    assert_eq!(header.settings.filters, ["a/pass*"]);
    assert_eq!(header.settings.jobs, 7);
    assert_eq!(header.settings.retries, 2);
    assert_eq!(header.settings.timeout_multiplier, 1.5);
    assert_eq!(header.suite.name, "root");
    assert_eq!(header.suite.hash.len(), 64);
    assert_eq!(header.runtime.version, "1.2.3");
    assert_eq!(header.runtime.binary_sha256.as_deref(), Some("5ha"));
    assert_eq!(fake.jobs()[0].timeout_ms, 15_000);
}

#[tokio::test]
async fn a_skip_has_its_reason_and_is_not_executed() {
    let stage = Stage::with(&["pass.any.js", "pass.window.js"]);
    stage.file("a/pass-here.any.js", "// META: requires=timers\n");
    stage.file("a/pass-there.any.js", "// META: requires=time-machine\n");
    stage.file("a/pass.any.js", "// META: global=window\n");
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    assert_eq!(fake.started(), ["/a/pass-here.any.js"]);
    let log = played.no_errors().log(0);
    assert!(log.is_complete());
    let told: BTreeMap<&str, Option<&str>> = log
        .tests
        .iter()
        .map(|record| (record.id.as_str(), record.result.message.as_deref()))
        .collect();
    let expected = [
        ("/a/pass-here.any.js", None),
        (
            "/a/pass-there.any.js",
            Some("needs the capability time-machine, which fake does not declare"),
        ),
        (
            "/a/pass.any.html",
            Some("needs the scope window, fake offers shell"),
        ),
        (
            "/a/pass.window.html",
            Some("needs the scope window, fake offers shell"),
        ),
    ];
    assert_eq!(told, BTreeMap::from(expected));
    assert_eq!(
        log.tests.iter().map(shown).collect::<Vec<_>>(),
        ["OK PASS", "SKIP", "SKIP", "SKIP"]
    );
}

const MAP: &str = r##"
[specs]
spec = "https://spec.example/"
[[requirement]]
id = "steady"
at = "spec#steady"
keyword = "must"
text = "It was and is so."
[[requirement]]
id = "new"
at = "spec#new"
keyword = "must"
text = "It is so."
since = "latest"
[[requirement]]
id = "old"
at = "spec#old"
keyword = "must"
text = "It was so."
until = "2025-12"
"##;

#[tokio::test]
async fn what_is_outside_the_profile_is_seen_and_not_judged() {
    for (profile, unjudged, skipped) in [
        (Profile::Latest, "old", "pass-until.any.js"),
        (Profile::December2025, "new", "pass-since.any.js"),
    ] {
        let mut stage = Stage::with(&["names.any.js", "pass.any.js"]);
        stage.profile = profile;
        stage.file("a/requirements.toml", MAP);
        stage.file("a/pass-since.any.js", "// META: since=latest\n");
        stage.file("a/pass-until.any.js", "// META: until=2025-12\n");
        let fake = Arc::new(Fake::new());
        let log = stage.play(&[&fake]).await.no_errors().log(0);
        assert_eq!(log.header.profile, profile);
        assert_eq!(log.header.requirements["a"].len(), 3);
        let outside = |verdict: &Verdict| verdict.is_outside_profile();

        let names = &log.tests[0].result;
        let left: Vec<&str> = names
            .subtests
            .iter()
            .filter(|subtest| outside(&subtest.verdict))
            .map(|subtest| subtest.name.as_str())
            .collect();
        assert_eq!(left, [unjudged], "{profile}");
        let all_seen = |status| names.subtests.iter().filter(|s| s.status == status).count();
        assert_eq!(all_seen(SubtestStatus::Fail), 3, "what was seen stays");
        let unexpected = names.subtests.iter().filter(|s| s.verdict.is_unexpected());
        assert_eq!(unexpected.count(), 2, "{profile}");

        let of = |name: &str| {
            let is_it = |record: &&TestRecord| record.id.as_str().ends_with(name);
            &log.tests.iter().find(is_it).unwrap().result
        };
        assert_eq!(of(skipped).status, HarnessStatus::Skip);
        assert!(outside(&of(skipped).verdict));
        let told = of(skipped).message.as_deref().unwrap();
        assert!(
            told.ends_with(&format!("and the run's profile is {profile}")),
            "{told}"
        );
        assert!(!fake.started().contains(&format!("/a/{skipped}")));
        assert_eq!(fake.started().len(), 3);
        let totals = log.footer.unwrap().totals;
        assert_eq!(
            (totals.subtests.outside_profile, totals.subtests.fail),
            (1, 2)
        );
    }
}

#[tokio::test]
async fn areas_on_request_run_when_they_are_named() {
    let mut stage = Stage::with(&["pass.any.js"]);
    let toml = "title = \"t\"\ndescription = \"d\"\nspecs = []\non-request = true\n";
    stage.file("b/suite.toml", toml);
    stage.file("b/pass.any.js", "");
    let fake = Arc::new(Fake::new());
    stage.play(&[&fake]).await.no_errors();
    assert_eq!(fake.started(), ["/a/pass.any.js"]);
    stage.settings.filters = vec!["b".into()];
    let fake = Arc::new(Fake::new());
    stage.play(&[&fake]).await.no_errors();
    assert_eq!(fake.started(), ["/b/pass.any.js"]);
}

#[tokio::test]
async fn every_further_attempt_is_recorded() {
    let mut stage = Stage::with(&["crash.any.js", "fail.any.js", "flaky.any.js", "pass.any.js"]);
    stage.settings.retries = 2;
    let fake = Arc::new(Fake::new());
    let played = stage.play(&[&fake]).await;
    let log = played.no_errors().log(0);
    assert!(log.is_complete());
    let attempts = |name: &str| -> Vec<String> {
        let records = log.earlier.iter().chain(&log.tests);
        let own = records.filter(|record| record.id.as_str() == format!("/a/{name}.any.js"));
        own.map(|record| format!("{} {}", record.attempt, shown(record)))
            .collect()
    };
    assert_eq!(
        attempts("flaky"),
        [
            "1 OK FAIL (unexpected)",
            "2 OK FAIL (unexpected)",
            "3 OK PASS"
        ]
    );
    assert_eq!(attempts("pass"), ["1 OK PASS"]);
    assert_eq!(
        attempts("fail"),
        [
            "1 OK FAIL (unexpected)",
            "2 OK FAIL (unexpected)",
            "3 OK FAIL (unexpected)"
        ]
    );
    assert_eq!(attempts("crash").len(), 3);
    let totals = &log.footer.as_ref().unwrap().totals;
    assert_eq!((totals.flaky, totals.unexpected), (1, 2));
    assert_eq!(totals.subtests.pass, 2);
}

#[tokio::test]
async fn without_retries_there_is_one_attempt() {
    let stage = Stage::with(&["fail.any.js", "flaky.any.js"]);
    let fake = Arc::new(Fake::new());
    let log = stage.play(&[&fake]).await.no_errors().log(0);
    assert_eq!(fake.started().len(), 2);
    assert!(log.earlier.is_empty());
    let totals = log.footer.unwrap().totals;
    assert_eq!((totals.flaky, totals.unexpected), (0, 2));
}

/// Nine tests on two runtimes go on only three at a time: fewer jobs than that would never end.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn runtimes_share_the_jobs() {
    let names: Vec<String> = (0..9).map(|n| format!("together-{n}.any.js")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut stage = Stage::with(&names);
    stage.settings.jobs = 3;
    let counts = Arc::new(Counts::default());
    let barrier = Arc::new(Barrier::new(3));
    let fakes = [0, 1].map(|_| Arc::new(Fake::sharing(&counts, &barrier)));
    let played = stage.play(&[&fakes[0], &fakes[1]]).await;
    for at in [0, 1] {
        let log = played.no_errors().log(at);
        assert!(log.is_complete());
        assert_eq!(log.tests.len(), 9);
        assert!(log.tests.iter().all(|record| shown(record) == "OK PASS"));
    }
    assert_eq!(counts.most(), 3);
    assert_eq!((counts.running(), counts.dropped()), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn never_more_run_than_there_are_jobs() {
    let names: Vec<String> = (0..20).map(|n| format!("slow-{n}.any.js")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for jobs in [1, 2, 5] {
        let mut stage = Stage::with(&names);
        stage.settings.jobs = jobs;
        let counts = Arc::new(Counts::default());
        let alone = Arc::new(Barrier::new(1));
        let fakes = [0, 1, 2].map(|_| Arc::new(Fake::sharing(&counts, &alone)));
        let played = stage.play(&[&fakes[0], &fakes[1], &fakes[2]]).await;
        assert!(played.no_errors().log(2).is_complete());
        assert!(counts.most() <= jobs, "{} of {jobs}", counts.most());
    }
}

#[tokio::test]
async fn the_tests_of_the_first_runtime_come_first() {
    let stage = Stage::with(&["slow-1.any.js", "slow-2.any.js", "slow-3.any.js"]);
    let fakes = [0, 1].map(|_| Arc::new(Fake::new()));
    let played = stage.play(&[&fakes[0], &fakes[1]]).await;
    let started: Vec<usize> = played
        .no_errors()
        .events
        .iter()
        .filter(|(_, event)| matches!(event, Event::TestStarted { .. }))
        .map(|(runtime, _)| *runtime)
        .collect();
    assert_eq!(started, [0, 0, 0, 1, 1, 1]);
}

#[tokio::test]
async fn a_listener_hears_all_in_order() {
    let mut stage = Stage::with(&["flaky.any.js", "pass.any.js"]);
    stage.settings.retries = 5;
    let fakes = [0, 1].map(|_| Arc::new(Fake::new()));
    let played = stage.play(&[&fakes[0], &fakes[1]]).await;
    for at in [0, 1] {
        let heard: Vec<String> = played
            .events
            .iter()
            .filter(|(runtime, _)| *runtime == at)
            .map(|(_, event)| match event {
                Event::RunStarted(header) => format!("{} planned", header.planned.len()),
                Event::RunResumed { tests, .. } => format!("{tests} are there"),
                Event::TestStarted { id, attempt } => format!("{id} {attempt} ..."),
                Event::TestFinished(record) => format!("{} {}", record.id, record.attempt),
                Event::RunFinished(footer) => format!("complete: {}", footer.complete),
            })
            .collect();
        let expected = [
            "2 planned",
            "/a/flaky.any.js 1 ...",
            "/a/flaky.any.js 1",
            "/a/flaky.any.js 2 ...",
            "/a/flaky.any.js 2",
            "/a/flaky.any.js 3 ...",
            "/a/flaky.any.js 3",
            "/a/pass.any.js 1 ...",
            "/a/pass.any.js 1",
            "complete: true",
        ];
        assert_eq!(heard, expected);
        let footer = played.outcomes[at].footer.clone();
        assert_eq!(footer, played.log(at).footer);
    }
}

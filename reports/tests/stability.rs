//! Several runs of the same tests beside each other.

mod common;

use common::{LogBuilder, ended, ok, pass, subtest, unexpected};
use insta::assert_snapshot;
use winterproof_model::{HarnessStatus, SubtestStatus, TestResult, Verdict};
use winterproof_reports::NamedLog;
use winterproof_reports::stability::{render, stability};

fn alpha(version: &str) -> LogBuilder {
    LogBuilder::new("alpha", "Alpha", version)
}

fn skipped() -> TestResult {
    ended(HarnessStatus::Skip, "no window", Verdict::Expected, vec![])
}

fn crash() -> TestResult {
    ended(HarnessStatus::Crash, "signal 11", unexpected("OK"), vec![])
}

/// Three runs of Alpha 1 and one of Alpha 2.
fn logs() -> Vec<NamedLog> {
    let now_and_then = |status| subtest("waits", status, "m", Verdict::KnownIntermittent);
    let run = |at: usize| {
        let some = match at {
            1 => crash(),
            _ => ok(vec![pass("first"), pass("second")]),
        };
        let waits = match at {
            2 => now_and_then(SubtestStatus::Fail),
            _ => pass("waits"),
        };
        let twins = match at {
            0 => vec![pass("twin"), pass("twin")],
            _ => vec![pass("twin")],
        };
        alpha("1")
            .test("/a/crashes.any.js", some)
            .test("/a/stable.any.js", ok(vec![pass("always")]))
            .test("/a/page.window.html", skipped())
            .test("/b/intermittent.any.js", ok(vec![waits, pass("else")]))
            .test("/b/twins.any.js", ok(twins))
            .named(&format!("alpha-{at}.jsonl"))
    };
    let other = alpha("2")
        .test("/a/crashes.any.js", crash())
        .test("/a/stable.any.js", ok(vec![pass("always")]));
    vec![run(0), other.named("other.jsonl"), run(1), run(2)]
}

#[test]
fn what_ends_in_several_ways_is_named_with_them() {
    let logs = logs();
    let found = stability(&logs);
    assert_eq!((found.compared, found.tests, found.alone), (4, 3, 2));
    assert_snapshot!(render(&found));
}

/// Where every run crashes or none does, nothing is unstable; messages and times are of no matter.
#[test]
fn what_ends_in_one_way_is_stable() {
    let run = |message: &str| {
        let mut result = crash();
        result.message = Some(message.into());
        result.duration_ms = message.len() as u64;
        alpha("1").test("/a/a.any.js", result).named("alpha.jsonl")
    };
    let logs = [run("signal 11"), run("exit code 3")];
    let found = stability(&logs);
    assert!(found.unstable.is_empty());
    assert_eq!(
        render(&found),
        "stable: 1 test compared, each ended in one way\n"
    );
}

#[test]
fn attempts_within_a_run_count() {
    let log = alpha("1")
        .test(
            "/a/a.any.js",
            ok(vec![subtest(
                "s",
                SubtestStatus::Fail,
                "m",
                unexpected("PASS"),
            )]),
        )
        .test("/a/a.any.js", ok(vec![pass("s")]))
        .named("alpha.jsonl");
    let logs = [log];
    let found = stability(&logs);
    assert_eq!(found.tests, 1);
    assert_eq!(
        found.unstable[0].outcomes,
        [("FAIL", 1), ("PASS", 1)].into()
    );
}

#[test]
fn a_test_without_a_second_result_is_told() {
    let first = alpha("1").test("/a/a.any.js", ok(vec![pass("s")]));
    let logs = [
        first.named("one.jsonl"),
        alpha("1").plan("/a/a.any.js").named("two.jsonl"),
    ];
    let found = stability(&logs);
    assert_eq!((found.compared, found.alone), (0, 1));
}

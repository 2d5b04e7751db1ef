//! Two runs side by side.

mod common;

use common::{LogBuilder, ended, fixtures, logs, ok, pass, subtest, unexpected};
use winterproof_model::SubtestStatus::Fail;
use winterproof_model::{HarnessStatus, Verdict};
use winterproof_reports::compare::{Kind, compare, markdown, terminal};
use winterproof_reports::{NamedLog, load};

const ID: &str = "/url/a.any.js";

fn fixture(name: &str) -> NamedLog {
    load(fixtures().join(name)).expect("a log")
}

fn log(subtests: Vec<winterproof_model::SubtestResult>) -> NamedLog {
    LogBuilder::new("x", "X", "1")
        .test(ID, ok(subtests))
        .named("x.jsonl")
}

fn kinds(base: &NamedLog, new: &NamedLog) -> Vec<Kind> {
    compare(base, new)
        .changes
        .iter()
        .map(|change| change.kind)
        .collect()
}

#[test]
fn in_the_terminal() {
    let (base, new) = (fixture("alpha-before.jsonl"), fixture("alpha.jsonl"));
    insta::assert_snapshot!(terminal(&compare(&base, &new), 4, false));
}

#[test]
fn in_markdown() {
    let (base, new) = (fixture("alpha-before.jsonl"), fixture("alpha.jsonl"));
    insta::assert_snapshot!(markdown(&compare(&base, &new)));
}

#[test]
fn with_an_interrupted_run() {
    let (base, new) = (fixture("alpha.jsonl"), fixture("beta.jsonl"));
    let comparison = compare(&base, &new);
    assert!(!comparison.is_green());
    insta::assert_snapshot!(terminal(&comparison, 2, true).replace('\u{1b}', "ESC"));
}

#[test]
fn a_crash_makes_regressions_of_what_it_lost() {
    let base = log(vec![
        pass("a"),
        pass("b"),
        subtest("c", Fail, "no", Verdict::Expected),
    ]);
    let crash = ended(
        HarnessStatus::Crash,
        "signal 11",
        unexpected("OK"),
        vec![pass("a")],
    );
    let new = LogBuilder::new("x", "X", "1")
        .test(ID, crash)
        .named("x.jsonl");
    assert_eq!(
        kinds(&base, &new),
        [Kind::Regression, Kind::Regression, Kind::Changed]
    );
    assert_eq!(kinds(&new, &base), [Kind::NewFailing, Kind::Fix, Kind::Fix]);
}

#[test]
fn a_known_intermittent_is_no_regression() {
    let base = log(vec![pass("a")]);
    let new = log(vec![subtest("a", Fail, "no", Verdict::KnownIntermittent)]);
    assert_eq!(kinds(&base, &new), [Kind::Changed]);
    assert_eq!(kinds(&new, &base), [Kind::Changed]);
}

#[test]
fn every_kind_is_found() {
    let base = log(vec![
        pass("gone"),
        subtest("m", Fail, "one", Verdict::Expected),
    ]);
    let new = log(vec![
        subtest("m", Fail, "two", Verdict::Expected),
        pass("new"),
    ]);
    assert_eq!(
        kinds(&base, &new),
        [Kind::Gone, Kind::Message, Kind::NewPassing]
    );
    assert_eq!(kinds(&base, &base), []);
}

#[test]
fn green_needs_something_compared_and_a_whole_run() {
    let (green, nothing) = (logs::green().named("g"), logs::nothing().named("n"));
    assert!(compare(&green, &green).is_green());
    assert!(!compare(&green, &nothing).is_green());
    assert!(!compare(&nothing, &nothing).is_green());
    assert!(compare(&green, &green).changes.is_empty());
    let partly = logs::green().plan("/url/b.any.js").named("p");
    assert!(!compare(&green, &partly).is_green());
    let skipped = logs::all_skipped().named("s");
    assert_eq!(kinds(&green, &skipped), [Kind::NowUnmeasured]);
    assert_eq!(kinds(&skipped, &green), [Kind::NewPassing]);
}

#[test]
fn scopes_meet() {
    let (shell, browser) = (fixture("alpha.jsonl"), fixture("gamma.jsonl"));
    let comparison = compare(&shell, &browser);
    assert_eq!(comparison.compared, 1);
    assert_eq!(comparison.count(Kind::Fix), 1);
}

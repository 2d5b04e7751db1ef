//! Two runs side by side.

mod common;

use common::{LogBuilder, ended, fixtures, logs, ok, pass, subtest, unexpected};
use winterproof_model::SubtestStatus::Fail;
use winterproof_model::{HarnessStatus, Verdict};
use winterproof_reports::compare::{Kind, compare, compare_sets, json, markdown, terminal};
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
    let (base, new) = ([fixture("alpha-before.jsonl")], [fixture("alpha.jsonl")]);
    insta::assert_snapshot!(terminal(&compare_sets(&base, &new), 4, false));
}

#[test]
fn in_markdown() {
    let (base, new) = ([fixture("alpha-before.jsonl")], [fixture("alpha.jsonl")]);
    insta::assert_snapshot!(markdown(&compare_sets(&base, &new)));
}

#[test]
fn in_json() {
    let (base, new) = ([fixture("alpha-before.jsonl")], [fixture("alpha.jsonl")]);
    insta::assert_snapshot!(json(&compare_sets(&base, &new)));
}

#[test]
fn of_sets() {
    let base = [
        fixture("alpha-before.jsonl"),
        fixture("beta.jsonl"),
        fixture("green.jsonl"),
    ];
    let new = [
        fixture("gamma.jsonl"),
        fixture("green.jsonl"),
        fixture("alpha.jsonl"),
    ];
    let set = compare_sets(&base, &new);
    let names = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let met: Vec<_> = set.comparisons.iter().map(|one| one.base.clone()).collect();
    assert_eq!(met.len(), 2, "{met:?}");
    assert_eq!(names(&set.only_base), ["beta.jsonl"]);
    assert_eq!(names(&set.only_new), ["gamma.jsonl"]);
    assert!(!set.is_green());
    insta::assert_snapshot!(terminal(&set, 1, false));
    insta::assert_snapshot!(markdown(&set));
}

#[test]
fn a_set_that_lost_a_log_is_not_green() {
    let (both, one) = (
        [fixture("green.jsonl"), fixture("gamma.jsonl")],
        [fixture("green.jsonl")],
    );
    assert!(compare_sets(&one, &one).is_green());
    assert!(compare_sets(&one, &both).is_green());
    assert!(!compare_sets(&both, &one).is_green());
    assert!(!compare_sets(&[], &[]).is_green());
}

#[test]
fn with_an_interrupted_run() {
    let (base, new) = (fixture("alpha.jsonl"), fixture("beta.jsonl"));
    let (base, new) = ([base], [new]);
    let set = compare_sets(&base, &new);
    assert!(!set.is_green());
    insta::assert_snapshot!(terminal(&set, 2, true).replace('\u{1b}', "ESC"));
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

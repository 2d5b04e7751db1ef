//! What is counted how: honest denominators, and no green for nothing.

mod common;

use common::{LogBuilder, ended, logs, ok, pass, subtest, unexpected};
use winterproof_model::SubtestStatus::{Fail, PreconditionFailed};
use winterproof_model::{HarnessStatus, TestResult, Verdict};
use winterproof_reports::cell::Cell;
use winterproof_reports::{Matrix, NamedLog, Outcome};

const ID: &str = "/url/a.any.js";

fn log(result: TestResult) -> NamedLog {
    LogBuilder::new("x", "X", "1")
        .test(ID, result)
        .named("x.jsonl")
}

fn cells(logs: &[NamedLog]) -> Vec<Cell> {
    let matrix = Matrix::of(logs);
    matrix
        .columns
        .into_iter()
        .map(|column| column.cell)
        .collect()
}

fn one(result: TestResult) -> Cell {
    cells(&[log(result)]).remove(0)
}

fn crash(names: &[&str]) -> TestResult {
    let subtests = names.iter().map(|name| pass(name)).collect();
    ended(
        HarnessStatus::Crash,
        "signal 11",
        unexpected("OK"),
        subtests,
    )
}

#[test]
fn a_crash_keeps_the_denominator() {
    let whole = log(ok(vec![
        pass("a"),
        pass("b"),
        subtest("c", Fail, "no", Verdict::Expected),
    ]));
    let [whole, crashed] = cells(&[whole, log(crash(&["a", "b"]))])
        .try_into()
        .expect("two");
    assert_eq!((whole.subtests.passed(), whole.subtests.scored()), (2, 3));
    assert_eq!(
        (crashed.subtests.passed(), crashed.subtests.scored()),
        (2, 3)
    );
    assert_eq!(
        (crashed.subtests.lost, crashed.subtests.reported.total()),
        (1, 2)
    );
    // The crash itself is one more thing that did not pass.
    assert_eq!(
        (whole.mean(), crashed.mean()),
        (Some(2.0 / 3.0), Some(2.0 / 4.0))
    );
    assert!(!crashed.is_full());
}

#[test]
fn a_crash_alone_in_a_report_is_not_whole_either() {
    let cell = one(crash(&["a", "b"]));
    assert_eq!(cell.mean(), Some(2.0 / 3.0));
    assert_eq!(one(crash(&[])).mean(), Some(0.0));
    assert_eq!((cell.passed, cell.measured), (0, 1));
}

#[test]
fn expected_subtests_that_never_came_are_known() {
    let mut result = ok(vec![pass("a")]);
    result.missing.push("b".into());
    let cell = one(result);
    assert_eq!(
        (
            cell.subtests.passed(),
            cell.subtests.scored(),
            cell.subtests.lost
        ),
        (1, 2, 1)
    );
}

#[test]
fn repeated_names_are_subtests_of_their_own() {
    let twice = log(ok(vec![pass("a"), pass("a")]));
    let once = log(ok(vec![pass("a")]));
    let [twice, once] = cells(&[twice, once]).try_into().expect("two");
    assert_eq!((twice.subtests.passed(), twice.subtests.scored()), (2, 2));
    assert_eq!((once.subtests.passed(), once.subtests.scored()), (1, 2));
}

#[test]
fn an_absent_option_is_neither_pass_nor_fail() {
    let optional = || subtest("b", PreconditionFailed, "absent", Verdict::Expected);
    let cell = one(ok(vec![pass("a"), optional()]));
    assert_eq!((cell.subtests.passed(), cell.subtests.scored()), (1, 1));
    assert_eq!(cell.subtests.precondition_failed(), 1);
    assert_eq!((cell.mean(), cell.passed), (Some(1.0), 1));

    let only = one(ok(vec![optional()]));
    assert_eq!((only.mean(), only.passed, only.is_full()), (None, 0, false));

    let result = ended(
        HarnessStatus::PreconditionFailed,
        "absent",
        Verdict::Expected,
        vec![],
    );
    let whole = log(ok(vec![pass("a"), pass("b")]));
    let absent = cells(&[whole, log(result)]).remove(1);
    assert_eq!(
        (
            absent.subtests.scored(),
            absent.subtests.precondition_failed()
        ),
        (0, 2)
    );
    assert_eq!((absent.mean(), absent.measured), (None, 1));
}

#[test]
fn skipped_and_unmeasured_tests_are_in_no_denominator() {
    let whole = log(ok(vec![pass("a"), pass("b")]));
    let skipped = log(ended(
        HarnessStatus::Skip,
        "no tls",
        Verdict::Expected,
        vec![],
    ));
    let unmeasured = LogBuilder::new("x", "X", "1").plan(ID).named("x.jsonl");
    let [_, skipped, unmeasured] = cells(&[whole, skipped, unmeasured])
        .try_into()
        .expect("three");
    for cell in [&skipped, &unmeasured] {
        assert_eq!((cell.subtests.scored(), cell.subtests.not_measured), (0, 2));
        assert_eq!((cell.mean(), cell.passed, cell.measured), (None, 0, 0));
    }
    assert_eq!((skipped.skipped(), skipped.unmeasured), (1, 0));
    assert_eq!(skipped.skip_reasons["no tls"], 1);
    assert_eq!((unmeasured.skipped(), unmeasured.unmeasured), (0, 1));
}

#[test]
fn a_test_without_subtests_proves_nothing() {
    let cell = one(ok(vec![]));
    assert_eq!((cell.mean(), cell.passed), (Some(0.0), 0));
}

#[test]
fn each_test_weighs_the_same() {
    let many = (0..9)
        .map(|n| subtest(&n.to_string(), Fail, "no", Verdict::Expected))
        .collect();
    let log = LogBuilder::new("x", "X", "1")
        .test("/url/many.any.js", ok(many))
        .test("/url/one.any.js", ok(vec![pass("a")]));
    let cell = cells(&[log.named("x.jsonl")]).remove(0);
    assert_eq!(cell.mean(), Some(0.5));
    assert_eq!((cell.subtests.passed(), cell.subtests.scored()), (1, 10));
}

#[test]
fn scopes_share_a_row() {
    let logs = [logs::alpha().named("a"), logs::gamma().named("g")];
    let matrix = Matrix::of(&logs);
    let (_, row) = matrix
        .rows()
        .find(|(_, row)| row.name == "/url/constructor.any.js")
        .expect("the row");
    assert_eq!(row.known.len(), 4);
    assert_eq!((row.entries[0].len(), row.entries[1].len()), (1, 2));
    assert_eq!(row.entries[1][0].id.as_str(), "/url/constructor.any.html");
    assert_eq!(row.entries[1][1].score.subtests.lost, 2);
    let areas: Vec<&str> = matrix.areas.iter().map(|area| area.title()).collect();
    assert_eq!(
        areas,
        ["(root)", "crypto", "fetch", "html", "streams", "url"]
    );
}

#[test]
fn the_matrix_agrees_with_the_footer() {
    for log in [
        logs::alpha(),
        logs::beta(),
        logs::alpha_before(),
        logs::gamma(),
    ] {
        let named = log.named("x");
        let totals = named.log.totals();
        let cell = cells(std::slice::from_ref(&named)).remove(0);
        assert_eq!(cell.planned, totals.planned);
        assert_eq!(cell.unmeasured, totals.unmeasured);
        assert_eq!(cell.statuses, totals.statuses);
        assert_eq!(cell.subtests.reported, totals.subtests);
        assert_eq!(cell.unexpected, totals.unexpected);
        assert_eq!(cell.flaky, totals.flaky);
        assert_eq!(cell.slow, totals.slow);
        let known = cell.subtests;
        let buckets = known.scored() + known.precondition_failed() + known.not_measured;
        assert_eq!(known.known(), buckets);
    }
}

#[test]
fn only_a_whole_run_is_green() {
    let outcome = |logs: &[NamedLog]| Outcome::of_all(&Matrix::of(logs));
    let green = || logs::green().named("g");
    assert_eq!(outcome(&[green()]), Outcome::AsExpected);
    assert_eq!(outcome(&[]), Outcome::Nothing);
    assert_eq!(outcome(&[logs::nothing().named("n")]), Outcome::Nothing);
    assert_eq!(outcome(&[logs::all_skipped().named("s")]), Outcome::Nothing);
    assert_eq!(
        outcome(&[green(), logs::nothing().named("n")]),
        Outcome::Nothing
    );
    assert_eq!(outcome(&[logs::alpha().named("a")]), Outcome::Unexpected);

    let mut stopped = logs::green();
    stopped.end = common::End::Nothing;
    assert_eq!(outcome(&[stopped.named("s")]), Outcome::Incomplete);
    let partly = logs::green().plan("/url/b.any.js");
    assert_eq!(outcome(&[partly.named("p")]), Outcome::Incomplete);
    for bad in [Outcome::Incomplete, Outcome::Unexpected, Outcome::Nothing] {
        assert!(!bad.is_green());
    }
}

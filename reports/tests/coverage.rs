//! Requirements and subtests against each other.

mod common;

use common::{LogBuilder, checks, ended, ok, pass, requirement, subtest, unexpected};
use winterproof_model::SubtestStatus::{Fail, Notrun};
use winterproof_model::{HarnessStatus, Profile, Requirement, Verdict};
use winterproof_reports::NamedLog;
use winterproof_reports::coverage::{AreaCoverage, coverage, json, terminal};

fn map() -> Vec<Requirement> {
    vec![
        requirement("joins", None),
        requirement("sorts", None),
        requirement("throws", None),
        requirement("hides", Some("Nothing tells it from the outside.")),
    ]
}

/// Two of three observable requirements have a subtest, one of them a failing one.
fn whole() -> LogBuilder {
    LogBuilder::new("x", "X", "1")
        .map("fetch", map())
        .test(
            "/fetch/a.any.js",
            ok(vec![
                checks(pass("it joins"), &["joins"]),
                checks(
                    subtest("it sorts", Fail, "no", Verdict::Expected),
                    &["sorts"],
                ),
                pass("on its own"),
            ]),
        )
        .test("/url/b.any.js", ok(vec![pass("an area without a map")]))
}

fn of(logs: &[LogBuilder]) -> Vec<AreaCoverage> {
    let name = |at| format!("{at}.jsonl");
    let logs = logs.iter().enumerate();
    let logs: Vec<NamedLog> = logs.map(|(at, log)| log.named(&name(at))).collect();
    coverage(&logs, Profile::Latest)
}

fn ids(requirements: &[Requirement]) -> Vec<&str> {
    requirements.iter().map(|one| one.id.as_str()).collect()
}

#[test]
fn each_list_holds_what_it_says() {
    let areas = of(&[whole()]);
    let [area] = areas.as_slice() else {
        panic!("one area has a map: {areas:?}");
    };
    assert_eq!(
        (area.requirements, area.observable, area.covered),
        (4, 3, 2)
    );
    assert!(
        (area.percent - 66.6).abs() < 1e-9,
        "cut, not rounded: {}",
        area.percent
    );
    assert_eq!(ids(&area.without_subtest), ["throws"]);
    assert_eq!(ids(&area.unobservable), ["hides"]);
    assert_eq!(area.subtests, 3);
    assert_eq!(area.without_requirement[0].subtests, ["on its own"]);
    assert!(area.unknown.is_empty() && area.partial.is_empty());
}

#[test]
fn several_logs_are_taken_together() {
    let mut skipped = whole();
    let all = skipped.records.remove(0);
    skipped = skipped.test(
        "/fetch/a.any.js",
        ended(
            HarnessStatus::Skip,
            "needs timers",
            Verdict::Expected,
            vec![],
        ),
    );
    let alone = &of(&[whole()])[0];
    let alone = (alone.covered, alone.subtests);
    let areas = of(&[skipped]);
    assert_eq!(areas[0].covered, 0);
    assert_eq!(areas[0].partial.tests[0].status, "SKIP");
    let mut other = whole();
    other.records[0] = all;
    let mut skipped = whole();
    skipped.records.remove(0);
    let areas = of(&[skipped, other]);
    assert_eq!((areas[0].covered, areas[0].subtests), alone);
    assert!(areas[0].partial.is_empty(), "{:?}", areas[0].partial);
}

#[test]
fn subtests_that_never_ended_are_not_blamed() {
    let crash = ended(
        HarnessStatus::Crash,
        "the process was ended by signal 11 (SIGSEGV)",
        unexpected("OK"),
        vec![
            checks(pass("it joins"), &["joins"]),
            subtest("it sorts", Notrun, "the process ended", Verdict::Expected),
        ],
    );
    let areas = of(&[LogBuilder::new("x", "X", "1")
        .map("fetch", map())
        .test("/fetch/a.any.js", crash)]);
    assert!(areas[0].without_requirement.is_empty());
    assert_eq!(areas[0].partial.tests.len(), 1);
}

#[test]
fn what_is_lacking_can_not_be_overlooked() {
    let mut log = whole().plan("/fetch/never.any.js").test(
        "/fetch/slow.any.js",
        ended(
            HarnessStatus::Timeout,
            "killed: not done after 10000 ms",
            unexpected("OK"),
            vec![checks(pass("odd"), &["hides", "joints", "so/rts\n"])],
        ),
    );
    log.header.settings.filters = vec!["fetch/a".into(), "url".into()];
    let mut older = whole();
    older.header.started = "2026-01-01T03:04:05.678Z".into();
    older.header.settings.filters = vec!["fetch/a".into()];
    older
        .header
        .requirements
        .get_mut("fetch")
        .expect("a map")
        .pop();
    let many = (0..30).map(|at| pass(&format!("number {at}"))).collect();
    let second = LogBuilder::new("x", "X", "1")
        .map("streams", vec![requirement("flows", None)])
        .test("/streams/a.any.js", ok(many));
    let areas = of(&[older, log, second]);
    insta::assert_snapshot!("terminal", terminal(&areas, false));
    insta::assert_snapshot!("terminal_in_full", terminal(&areas, true));
    insta::assert_snapshot!("json", json(&areas));
}

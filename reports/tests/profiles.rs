//! Runs judged by different profiles: one rule that came, one that went, and one that stayed.

mod common;

use common::page::{data, packed};
use common::{LogBuilder, checks, ended, ok, pass, requirement, subtest, unexpected};
use winterproof_model::SubtestStatus::{Fail, Pass};
use winterproof_model::{HarnessStatus, Holds, Profile, Requirement, SubtestResult, Verdict};
use winterproof_reports::cell::Cell;
use winterproof_reports::compare::{
    Kind, SetComparison, compare, compare_sets, json, markdown, terminal,
};
use winterproof_reports::coverage::{self, coverage};
use winterproof_reports::terminal::Options;
use winterproof_reports::{Format, Matrix, NamedLog, render};

const SINCE: Holds = Holds {
    since: Some(Profile::Latest),
    until: None,
};
const UNTIL: Holds = Holds {
    since: None,
    until: Some(Profile::December2025),
};

fn map() -> Vec<Requirement> {
    let holding = |id, holds| Requirement {
        holds,
        ..requirement(id, None)
    };
    vec![
        requirement("steady", None),
        holding("came", SINCE),
        holding("went", UNTIL),
    ]
}

/// A run of a runtime that follows the older rules, judged by a profile.
fn run(profile: Profile) -> LogBuilder {
    let judged = |holds: Holds, verdict| match holds.within(profile) {
        true => verdict,
        false => Verdict::OutsideProfile(holds),
    };
    let new = subtest(
        "the new way",
        Fail,
        "as before",
        judged(SINCE, unexpected("PASS")),
    );
    let old = SubtestResult {
        verdict: judged(UNTIL, Verdict::Expected),
        ..pass("the old way")
    };
    let whole = match profile {
        Profile::Latest => ok(vec![subtest("only new", Fail, "no", unexpected("PASS"))]),
        Profile::December2025 => ended(
            HarnessStatus::Skip,
            "holds since latest, and the run's profile is 2025-12",
            Verdict::OutsideProfile(SINCE),
            vec![],
        ),
    };
    let mut log = LogBuilder::new("old", "Old", "1.0")
        .map("streams", map())
        .test(
            "/streams/ways.any.js",
            ok(vec![
                checks(pass("in any way"), &["steady"]),
                checks(new, &["came"]),
                checks(old, &["went"]),
            ]),
        )
        .test("/streams/new.any.js", whole);
    log.header.profile = profile;
    log
}

fn both() -> [NamedLog; 2] {
    [Profile::December2025, Profile::Latest]
        .map(|profile| run(profile).named(&format!("{profile}.jsonl")))
}

fn cells(logs: &[NamedLog]) -> Vec<Cell> {
    let matrix = Matrix::of(logs);
    matrix
        .columns
        .into_iter()
        .map(|column| column.cell)
        .collect()
}

#[test]
fn what_is_outside_the_profile_is_scored_by_nobody() {
    let cells = cells(&both());
    let [snapshot, latest] = cells.as_slice() else {
        panic!("two columns");
    };
    let numbers = |cell: &Cell| {
        let subtests = &cell.subtests;
        (
            subtests.passed(),
            subtests.scored(),
            subtests.outside_profile(),
        )
    };
    assert_eq!(numbers(snapshot), (2, 2, 1));
    assert_eq!((snapshot.mean(), snapshot.unexpected), (Some(1.0), 0));
    assert_eq!((snapshot.outside_profile, snapshot.skipped()), (1, 1));
    assert!(snapshot.is_full(), "nothing of the profile is lacking");
    assert_eq!(numbers(latest), (1, 3, 1));
    assert_eq!(latest.unexpected, 2);
    assert!(!latest.is_full());
    for cell in [snapshot, latest] {
        let buckets =
            cell.subtests.scored() + cell.subtests.outside_profile() + cell.subtests.not_measured;
        assert_eq!(cell.subtests.known(), buckets);
    }
}

#[test]
fn what_a_crash_keeps_from_being_seen_is_outside_as_well() {
    let crashed = |profile| {
        let mut log = LogBuilder::new("new", "New", "1.0").test(
            "/streams/ways.any.js",
            ended(HarnessStatus::Crash, "signal 11", Verdict::Expected, vec![]),
        );
        log.header.profile = profile;
        log.named("new.jsonl")
    };
    let snapshot = run(Profile::December2025).named("old.jsonl");
    let cells = cells(&[
        snapshot,
        crashed(Profile::December2025),
        crashed(Profile::Latest),
    ]);
    let lost = |cell: &Cell| (cell.subtests.lost, cell.subtests.outside_profile());
    assert_eq!(lost(&cells[1]), (2, 1));
    // No run of that profile says what is outside it.
    assert_eq!(lost(&cells[2]), (3, 0));
}

#[test]
fn a_test_of_nothing_else_has_no_score() {
    let only = SubtestResult {
        status: Pass,
        verdict: Verdict::OutsideProfile(UNTIL),
        ..pass("the old way")
    };
    let log = LogBuilder::new("x", "X", "1").test("/streams/a.any.js", ok(vec![only]));
    let cell = cells(&[log.named("x.jsonl")]).remove(0);
    assert_eq!((cell.mean(), cell.passed, cell.measured), (None, 0, 1));
}

#[test]
fn reports_name_the_profile() {
    let logs = both();
    let matrix = Matrix::of(&logs);
    insta::assert_snapshot!(
        "terminal",
        winterproof_reports::terminal::render(&matrix, Options::default())
    );
    insta::assert_snapshot!(
        "markdown",
        render(Format::Markdown, &logs).expect("a report")
    );
    insta::assert_snapshot!("junit", render(Format::Junit, &logs).expect("a report"));
    insta::assert_snapshot!(
        "wptreport",
        render(Format::Wptreport, &logs[..1]).expect("a report")
    );
    let json = render(Format::Json, &logs).expect("a report");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    for (at, profile) in ["2025-12", "latest"].iter().enumerate() {
        let column = &json["columns"][at];
        assert_eq!(column["profile"], *profile);
        assert_eq!(column["total"]["subtests"]["outside_profile"], 1);
        assert_eq!(column["total"]["outside_profile"], 1 - at);
    }
    let page = render(Format::Html, &logs).expect("a page");
    let shown = page.replace(packed(&page), &data(&page));
    for part in [
        "<dt>Profile</dt><dd>2025-12</dd>",
        "<dt>Profile</dt><dd>latest</dd>",
        "\"r\":\"PXP\"",
        "\"r\":\"PFX\"",
        "\"o\":\"holds since latest; FAIL\"",
        "\"o\":\"holds until 2025-12; PASS\"",
    ] {
        assert!(shown.contains(part), "{part}");
    }
}

#[test]
fn a_run_of_the_latest_profile_says_nothing_of_profiles() {
    let latest = run(Profile::Latest).named("x.jsonl");
    let logs = [latest];
    let text = winterproof_reports::terminal::render(&Matrix::of(&logs), Options::default());
    assert!(!text.contains("judged by"), "{text}");
    assert!(text.contains("1 outside the profile"), "{text}");
}

fn set<'a>(base: &'a NamedLog, new: &'a NamedLog) -> SetComparison<'a> {
    compare_sets(std::slice::from_ref(base), std::slice::from_ref(new))
}

#[test]
fn profiles_are_compared_by_what_holds_in_both() {
    let [snapshot, latest] = both();
    let comparison = compare(&snapshot, &latest);
    assert!(comparison.changes.is_empty(), "{:?}", comparison.changes);
    assert_eq!((comparison.compared, comparison.outside_profile), (1, 3));
    assert!(comparison.is_green());
    let set = set(&snapshot, &latest);
    let text = terminal(&set, 9, false);
    let warning = "The base run is judged by the profile 2025-12 and the new one by latest: 3 results \
                   are outside one of them and left out.";
    assert!(text.contains(warning), "{text}");
    assert!(markdown(&set).contains(warning));
    assert!(json(&set).contains("\"base_profile\": \"2025-12\""));

    let mut worse = run(Profile::Latest);
    worse.records[0].result.subtests[0] = subtest("in any way", Fail, "no", unexpected("PASS"));
    let worse = worse.named("worse.jsonl");
    let kinds: Vec<Kind> = compare(&snapshot, &worse)
        .changes
        .iter()
        .map(|c| c.kind)
        .collect();
    assert_eq!(kinds, [Kind::Regression]);

    let same = self::set(&latest, &latest);
    assert!(!terminal(&same, 9, false).contains("judged by"));
}

#[test]
fn coverage_is_of_a_profile() {
    let logs = both();
    let of = |profile| coverage(&logs, profile).remove(0);
    for (profile, outside) in [(Profile::December2025, "came"), (Profile::Latest, "went")] {
        let area = of(profile);
        assert_eq!(
            (area.requirements, area.observable, area.covered),
            (3, 2, 2)
        );
        assert_eq!(area.outside_profile[0].id, outside);
        assert!(area.partial.is_empty(), "{:?}", area.partial);
    }
    let areas = [of(Profile::December2025)];
    insta::assert_snapshot!("coverage", coverage::terminal(&areas, true));
    assert!(coverage::json(&areas).contains("\"profile\": \"2025-12\""));
}

#[test]
fn a_log_of_before_there_were_profiles_is_of_the_latest() {
    let text = run(Profile::Latest).text();
    let older = text.replacen("\"profile\":\"latest\",", "", 1);
    assert_ne!(text, older);
    let log = winterproof_model::log::RunLog::parse(older.as_bytes()).expect("a log");
    assert_eq!(log.header.profile, Profile::Latest);
    let unknown = text.replacen("\"profile\":\"latest\",", "\"profile\":\"2030\",", 1);
    let error = winterproof_model::log::RunLog::parse(unknown.as_bytes()).unwrap_err();
    assert!(
        error.to_string().contains("`2025-12` or `latest`"),
        "{error}"
    );
}

//! Two runs side by side: what got worse, what got better, what came and went.
//!
//! Tests meet by row and, where a log ran a file in several scopes, by the order of the scopes; so
//! two versions of one runtime can be compared, and a server runtime with a browser. Inside a test,
//! its own status and every subtest (by name and occurrence) are compared:
//!
//! | base | new | kind |
//! |---|---|---|
//! | PASS or OK | anything else | regression |
//! | PASS | not reported, and the new test ended badly | regression |
//! | anything else | PASS or OK | fix |
//! | not reported, and the base test ended badly | PASS | fix |
//! | a non-pass | another non-pass | changed |
//! | a non-pass | the same, with another message | message |
//! | reported | not reported, and the new test ended with OK | gone |
//! | not reported | reported | new |
//! | measured test | unmeasured or skipped test | now unmeasured |
//! | test not measured or not planned | measured test | new |
//! | measured test | not planned | gone |
//!
//! What is outside the profile of one of the runs is no change: it is counted, and named by nobody.
//!
//! Where the non-pass side is a known intermittent, it is a change and no regression or fix. What
//! happens to a whole test (the last three lines) is one change, not one a subtest.

mod json;
mod render;
mod sets;

use std::collections::{BTreeMap, HashMap, HashSet};

use winterproof_model::log::TestRecord;
use winterproof_model::{HarnessStatus, Profile, TestId, Verdict};

use crate::cell::{Score, measured};
use crate::load::{NamedLog, labels};
use crate::matrix::{SubtestKey, occurrences};
use crate::unexpected::NOT_REPORTED;

pub use json::{COMPARISON_VERSION, json};
pub use render::{markdown, terminal};
pub use sets::{SetComparison, compare_sets};

/// What became of a result. The order is that of the report: what asks for action comes first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    /// It passed and does not any more.
    Regression,
    /// It was measured and is not any more.
    NowUnmeasured,
    /// It is new and does not pass.
    NewFailing,
    /// It is not reported or not planned any more.
    Gone,
    /// It ends otherwise, and passed on neither side (or is known to be intermittent).
    Changed,
    /// It fails as before with another message.
    Message,
    /// It did not pass and does now.
    Fix,
    /// It is new and passes.
    NewPassing,
}

impl Kind {
    /// Every kind, in the order of the report.
    pub const ALL: [Self; 8] = [
        Self::Regression,
        Self::NowUnmeasured,
        Self::NewFailing,
        Self::Gone,
        Self::Changed,
        Self::Message,
        Self::Fix,
        Self::NewPassing,
    ];

    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Regression => "regression",
            Self::NowUnmeasured => "now_unmeasured",
            Self::NewFailing => "new_failing",
            Self::Gone => "gone",
            Self::Changed => "changed",
            Self::Message => "message",
            Self::Fix => "fix",
            Self::NewPassing => "new_passing",
        }
    }

    /// The heading of its section.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Regression => "Regressions",
            Self::NowUnmeasured => "Now unmeasured",
            Self::NewFailing => "New and not passing",
            Self::Gone => "Gone",
            Self::Changed => "Changed, passing on neither side or known intermittent",
            Self::Message => "Same status, other message",
            Self::Fix => "Fixes",
            Self::NewPassing => "New and passing",
        }
    }
}

/// One side of a change.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Side<'a> {
    /// How it ended.
    pub status: &'static str,
    /// The message that came with it.
    pub message: Option<&'a str>,
    intermittent: bool,
}

/// One difference.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// What became of it.
    pub kind: Kind,
    /// The test, as the new log names it where it is there.
    pub id: &'a TestId,
    /// The subtest; `None` for the test itself.
    pub subtest: Option<SubtestKey<'a>>,
    /// The base log's result; `None` where the result is new.
    pub base: Option<Side<'a>>,
    /// The new log's result; `None` where the result is gone or unmeasured.
    pub new: Option<Side<'a>>,
}

impl Change<'_> {
    /// Whether a side is known to end now so, now otherwise.
    pub fn is_intermittent(&self) -> bool {
        let mut sides = self.base.iter().chain(&self.new);
        sides.any(|side| side.intermittent)
    }

    /// Whether something that passed is not reported any more. Of the same test files, that is no
    /// change of the suite.
    fn is_lost_pass(&self) -> bool {
        let passed = |side: &Side<'_>| matches!(side.status, "PASS" | "OK");
        self.kind == Kind::Gone && self.base.as_ref().is_some_and(passed)
    }
}

/// All differences between two logs.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// What the base log is called.
    pub base: String,
    /// What the new log is called.
    pub new: String,
    /// The differences, sorted by kind, then by test, the test itself before its subtests.
    pub changes: Vec<Change<'a>>,
    /// What the base run and the new run are judged by.
    pub profiles: [Profile; 2],
    /// Results that are left out because they are outside the profile of one of the runs.
    pub outside_profile: u64,
    /// Tests that were measured in both logs.
    pub compared: u64,
    /// Whether both runs were of the very same test files.
    pub same_suite: bool,
    /// Whether the base run is complete.
    pub base_complete: bool,
    /// Whether the new run is complete.
    pub new_complete: bool,
}

impl Comparison<'_> {
    /// How many differences are of this kind.
    pub fn count(&self, kind: Kind) -> u64 {
        self.changes.iter().filter(|c| c.kind == kind).count() as u64
    }

    /// Whether nothing got worse. Never true when not one test was measured in both logs, nor when
    /// the new run is incomplete: what nobody saw may be a regression.
    pub fn is_green(&self) -> bool {
        self.compared > 0
            && self.new_complete
            && self.count(Kind::Regression) == 0
            && self.count(Kind::NowUnmeasured) == 0
            && !(self.same_suite && self.changes.iter().any(Change::is_lost_pass))
    }
}

/// Compares two logs.
pub fn compare<'a>(base: &'a NamedLog, new: &'a NamedLog) -> Comparison<'a> {
    let names = labels([base, new]);
    let [base_name, new_name] = <[String; 2]>::try_from(names).expect("a label a log");
    let mut comparison = Comparison {
        base: base_name,
        new: new_name,
        changes: Vec::new(),
        profiles: [base.log.header.profile, new.log.header.profile],
        outside_profile: 0,
        compared: 0,
        same_suite: base.log.header.suite.hash == new.log.header.suite.hash,
        base_complete: base.log.is_complete(),
        new_complete: new.log.is_complete(),
    };
    let mut pairs: BTreeMap<(String, usize), [Option<Planned<'a>>; 2]> = BTreeMap::new();
    for (side, named) in [base, new].into_iter().enumerate() {
        for (key, planned) in planned(named) {
            pairs.entry(key).or_default()[side] = Some(planned);
        }
    }
    for pair in pairs.into_values() {
        comparison.pair(pair);
    }
    comparison.changes.sort_by_key(|change| change.kind);
    comparison
}

#[derive(Clone, Copy)]
struct Planned<'a> {
    id: &'a TestId,
    record: Option<&'a TestRecord>,
}

impl Planned<'_> {
    fn is_outside_profile(&self) -> bool {
        let verdict = self.record.map(|record| &record.result.verdict);
        verdict.is_some_and(Verdict::is_outside_profile)
    }
}

/// The plan of a log: row and number of the scope to test.
fn planned(named: &NamedLog) -> Vec<((String, usize), Planned<'_>)> {
    let records: HashMap<_, _> = named.log.tests.iter().map(|r| (&r.id, r)).collect();
    let mut ids: Vec<&TestId> = named.log.header.planned.iter().collect();
    ids.sort_by_key(|id| id.scope());
    let mut scopes: HashMap<String, usize> = HashMap::new();
    ids.into_iter()
        .map(|id| {
            let number = scopes.entry(id.row()).or_default();
            *number += 1;
            let record = records.get(id).copied();
            ((id.row(), *number), Planned { id, record })
        })
        .collect()
}

fn test_side(record: &TestRecord) -> Side<'_> {
    Side {
        status: record.result.status.as_str(),
        message: record.result.message.as_deref(),
        intermittent: record.result.verdict == Verdict::KnownIntermittent,
    }
}

/// Which subtests of a record are outside the profile of its run.
fn outside(record: &TestRecord) -> impl Iterator<Item = SubtestKey<'_>> {
    let all = &record.result.subtests;
    occurrences(all.iter().map(|subtest| subtest.name.as_str()))
        .zip(all)
        .filter(|(_, subtest)| subtest.verdict.is_outside_profile())
        .map(|(key, _)| key)
}

/// The subtests of a record save those that are left out.
fn subtests<'a>(
    record: &'a TestRecord,
    left_out: &HashSet<SubtestKey<'_>>,
) -> Vec<(SubtestKey<'a>, Side<'a>)> {
    let all = &record.result.subtests;
    occurrences(all.iter().map(|subtest| subtest.name.as_str()))
        .zip(all)
        .filter(|(key, _)| !left_out.contains(key))
        .map(|(key, subtest)| {
            let side = Side {
                status: subtest.status.as_str(),
                message: subtest.message.as_deref(),
                intermittent: subtest.verdict == Verdict::KnownIntermittent,
            };
            (key, side)
        })
        .collect()
}

const UNREPORTED: Side<'_> = Side {
    status: NOT_REPORTED,
    message: None,
    intermittent: false,
};

/// A record by itself: does the test pass?
fn passes(record: &TestRecord) -> bool {
    Score::of(Some(record), record.result.subtests.len() as u64, 0).passed
}

impl<'a> Comparison<'a> {
    fn pair(&mut self, [base, new]: [Option<Planned<'a>>; 2]) {
        let Some(id) = new.or(base).map(|planned| planned.id) else {
            return;
        };
        let was = base.and_then(|planned| measured(planned.record));
        let now = new.and_then(|planned| measured(planned.record));
        if [base, new]
            .into_iter()
            .flatten()
            .any(|one| one.is_outside_profile())
        {
            self.outside_profile += 1;
            return;
        }
        let mut whole = |kind, base, new| {
            self.changes.push(Change {
                kind,
                id,
                subtest: None,
                base,
                new,
            });
        };
        match (was, now) {
            (None, None) => {}
            (Some(was), None) => {
                let kind = if new.is_some() {
                    Kind::NowUnmeasured
                } else {
                    Kind::Gone
                };
                let skipped = new.and_then(|planned| planned.record);
                whole(kind, Some(test_side(was)), skipped.map(test_side));
            }
            (None, Some(now)) => {
                let kind = if passes(now) {
                    Kind::NewPassing
                } else {
                    Kind::NewFailing
                };
                let skipped = base.and_then(|planned| planned.record);
                whole(kind, skipped.map(test_side), Some(test_side(now)));
            }
            (Some(was), Some(now)) => self.both(id, was, now),
        }
    }

    fn both(&mut self, id: &'a TestId, was: &'a TestRecord, now: &'a TestRecord) {
        self.compared += 1;
        let left_out: HashSet<_> = outside(was).chain(outside(now)).collect();
        self.outside_profile += left_out.len() as u64;
        let mut push = |subtest, kind: Option<Kind>, base, new| {
            self.changes.extend(kind.map(|kind| Change {
                kind,
                id,
                subtest,
                base,
                new,
            }));
        };
        let (base, new) = (test_side(was), test_side(now));
        push(None, changed(base, new, "OK"), Some(base), Some(new));

        let ended = |record: &TestRecord| record.result.status == HarnessStatus::Ok;
        let mut before: HashMap<_, _> = subtests(was, &left_out).into_iter().collect();
        for (key, new) in subtests(now, &left_out) {
            match before.remove(&key) {
                Some(base) => push(Some(key), changed(base, new, "PASS"), Some(base), Some(new)),
                None => {
                    let kind = match new.status {
                        "PASS" if ended(was) => Kind::NewPassing,
                        "PASS" => Kind::Fix,
                        _ => Kind::NewFailing,
                    };
                    push(Some(key), Some(kind), None, Some(new));
                }
            }
        }
        for (key, base) in subtests(was, &left_out) {
            if before.contains_key(&key) {
                let kind = if ended(now) {
                    Some(Kind::Gone)
                } else {
                    changed(base, UNREPORTED, "PASS")
                };
                push(Some(key), kind, Some(base), None);
            }
        }
    }
}

/// What became of a result that both logs have, `ideal` being the status that passes.
fn changed(base: Side<'_>, new: Side<'_>, ideal: &str) -> Option<Kind> {
    if base.status == new.status {
        let differs = base.status != ideal && base.message != new.message;
        return differs.then_some(Kind::Message);
    }
    Some(match (base.status == ideal, new.status == ideal) {
        (true, false) if !new.intermittent => Kind::Regression,
        (false, true) if !base.intermittent => Kind::Fix,
        _ => Kind::Changed,
    })
}

//! What the logs of one span of versions say of one test, all their attempts together.

use std::collections::{BTreeMap, BTreeSet};

use winterproof_model::{Expectation, HarnessStatus, SubtestStatus, TestResult};

use super::cause;
use crate::expectations::Entry;

/// A test in one span.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// How it ended, SKIP and PRECONDITION_FAILED left out: those are always as foreseen.
    statuses: BTreeSet<HarnessStatus>,
    /// The reason of a status that is not OK.
    pub(super) reason: Option<String>,
    /// The attempts that came to their end: what they did not report does not exist.
    whole: usize,
    subtests: BTreeMap<String, SeenSubtest>,
    /// Whether subtests are left out, or not known to end as they did.
    partial: bool,
}

#[derive(Clone, Debug, Default)]
struct SeenSubtest {
    /// How it ended, PRECONDITION_FAILED and what is outside the run's profile left out.
    statuses: BTreeSet<SubtestStatus>,
    /// The whole attempts that reported it.
    whole: usize,
    /// Why it did not pass.
    reasons: BTreeMap<SubtestStatus, String>,
}

/// What the attempts say together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Outcome<T> {
    /// Always the same.
    Steady(T),
    /// PASS and FAIL, now one and now the other.
    Flaky,
    /// Another mixture, which no entry can express.
    Unsettled,
    /// Nothing that an entry could be wrong about.
    Open,
    /// There is no such subtest.
    Absent,
}

impl Seen {
    /// Adds one attempt.
    pub(crate) fn add(&mut self, result: &TestResult) {
        if !matches!(
            result.status,
            HarnessStatus::Skip | HarnessStatus::PreconditionFailed
        ) {
            self.statuses.insert(result.status);
        }
        let message = (result.status != HarnessStatus::Ok)
            .then_some(result.message.as_deref())
            .flatten();
        if result.status != HarnessStatus::Ok {
            least(&mut self.reason, cause::of(message.unwrap_or_default()));
        }
        let whole = result.status == HarnessStatus::Ok;
        self.whole += usize::from(whole);
        let mut names = BTreeSet::new();
        for subtest in &result.subtests {
            let seen = self.subtests.entry(subtest.name.clone()).or_default();
            if names.insert(&subtest.name) && whole {
                seen.whole += 1;
            }
            let status = subtest.status;
            if status == SubtestStatus::PreconditionFailed || subtest.verdict.is_outside_profile() {
                continue;
            }
            seen.statuses.insert(status);
            if status != SubtestStatus::Pass {
                let reason = cause::of_subtest(status, subtest.message.as_deref(), message);
                let entry = seen.reasons.entry(status).or_insert_with(|| reason.clone());
                if reason < *entry {
                    *entry = reason;
                }
            }
        }
    }

    /// Notes that what was added does not tell how all subtests end: nothing holds for all of them then.
    pub(crate) fn set_partial(&mut self) {
        self.partial = true;
    }

    /// How the test as a whole ended.
    pub(super) fn status(&self) -> Outcome<HarnessStatus> {
        let mut statuses = self.statuses.iter();
        match (statuses.next(), statuses.next()) {
            (None, _) => Outcome::Open,
            (Some(status), None) => Outcome::Steady(*status),
            _ => Outcome::Unsettled,
        }
    }

    /// Whether the test crashes each time. How far it comes is then chance: NOTRUN tells nothing.
    fn crashed(&self) -> bool {
        self.status() == Outcome::Steady(HarnessStatus::Crash)
    }

    /// How a subtest ended.
    pub(super) fn subtest(&self, name: &str) -> Outcome<SubtestStatus> {
        use SubtestStatus::{Fail, Pass};
        let Some(seen) = self.subtests.get(name) else {
            return if self.whole > 0 {
                Outcome::Absent
            } else {
                Outcome::Open
            };
        };
        if seen.whole < self.whole {
            return Outcome::Unsettled;
        }
        let crashed = self.crashed();
        let statuses: Vec<_> = seen
            .statuses
            .iter()
            .copied()
            .filter(|status| !crashed || *status != SubtestStatus::Notrun)
            .collect();
        match statuses[..] {
            [] => Outcome::Open,
            [status] => Outcome::Steady(status),
            [Pass, Fail] => Outcome::Flaky,
            _ => Outcome::Unsettled,
        }
    }

    /// Every subtest and how it ended.
    pub(super) fn subtests(&self) -> impl Iterator<Item = (&str, Outcome<SubtestStatus>)> {
        self.subtests
            .keys()
            .map(|name| (name.as_str(), self.subtest(name)))
    }

    /// Why a subtest ended so.
    pub(super) fn reason_of(&self, name: &str, status: SubtestStatus) -> Option<&str> {
        self.subtests
            .get(name)?
            .reasons
            .get(&status)
            .map(String::as_str)
    }

    /// What no entry can express: subtests by name, and the test as a whole as `None`.
    pub(crate) fn unsettled(&self) -> impl Iterator<Item = Option<&str>> {
        let test = (self.status() == Outcome::Unsettled).then_some(None);
        let subtests = self
            .subtests()
            .filter(|(_, outcome)| *outcome == Outcome::Unsettled);
        test.into_iter().chain(subtests.map(|(name, _)| Some(name)))
    }

    /// Every reason that was seen, of the test and of its subtests.
    pub(super) fn reasons(&self) -> impl Iterator<Item = &str> {
        let subtests = self
            .subtests
            .values()
            .flat_map(|subtest| subtest.reasons.values());
        self.reason.iter().chain(subtests).map(String::as_str)
    }

    /// The status that most subtests have, where none passes, not even now and then one that does
    /// so in a way that no entry can express.
    pub(super) fn none_passes(&self) -> Option<SubtestStatus> {
        if self.partial {
            return None;
        }
        let mut counts: BTreeMap<SubtestStatus, usize> = BTreeMap::new();
        for (_, outcome) in self.subtests() {
            match outcome {
                Outcome::Steady(SubtestStatus::Pass) | Outcome::Unsettled => return None,
                Outcome::Steady(status) => *counts.entry(status).or_default() += 1,
                Outcome::Flaky | Outcome::Open | Outcome::Absent => {}
            }
        }
        // Of several the first: FAIL before TIMEOUT before NOTRUN.
        counts
            .into_iter()
            .rev()
            .max_by_key(|&(_, count)| count)
            .map(|(status, _)| status)
    }

    /// Whether what was seen is what is foreseen, for all that an entry can express.
    pub(super) fn is_foreseen(&self, expectation: &Expectation) -> bool {
        let status = expectation
            .status
            .as_ref()
            .map_or(HarnessStatus::Ok, |(status, _)| *status);
        if !may(self.status(), status) {
            return false;
        }
        let listed = expectation
            .subtests
            .iter()
            .filter(|entry| !entry.loose)
            .filter_map(|entry| entry.name.as_deref());
        let reported = self.subtests.keys().map(String::as_str);
        listed.chain(reported).all(|name| {
            let (status, intermittent) = foreseen(expectation, name);
            self.may_be(name, status, intermittent)
        })
    }

    /// Whether an entry is right about the test. One that says `all` is if no subtest passes: those
    /// that end in another way can be named elsewhere.
    pub(super) fn holds(&self, entry: &Entry) -> bool {
        // What it lists, another one of its tests may report.
        let is_elsewhere = |name: &str| entry.is_pattern() && self.subtest(name) == Outcome::Absent;
        let entry = &entry.raw;
        let all = entry.all.is_none_or(|status| {
            let open = || self.subtests().all(|(_, outcome)| outcome == Outcome::Open);
            self.none_passes() == Some(status) || open()
        });
        entry.status.is_none_or(|status| may(self.status(), status))
            && all
            && entry
                .lists()
                .into_iter()
                .all(|(names, status, intermittent)| {
                    names
                        .iter()
                        .all(|name| is_elsewhere(name) || self.may_be(name, status, intermittent))
                })
    }

    fn may_be(&self, name: &str, status: SubtestStatus, intermittent: bool) -> bool {
        let now_and_then = intermittent || (self.crashed() && status == SubtestStatus::Notrun);
        match self.subtest(name) {
            Outcome::Flaky => intermittent,
            Outcome::Steady(SubtestStatus::Pass) if now_and_then => true,
            outcome => may(outcome, status),
        }
    }
}

/// Whether that may be claimed of something which ended so.
fn may<T: PartialEq>(outcome: Outcome<T>, claim: T) -> bool {
    match outcome {
        Outcome::Steady(seen) => seen == claim,
        Outcome::Unsettled | Outcome::Open => true,
        Outcome::Flaky | Outcome::Absent => false,
    }
}

/// What is foreseen of a subtest, and whether only now and then.
fn foreseen(expectation: &Expectation, name: &str) -> (SubtestStatus, bool) {
    let entries = &expectation.subtests;
    entries
        .iter()
        .rfind(|entry| entry.name.as_deref() == Some(name))
        .or_else(|| entries.iter().rfind(|entry| entry.name.is_none()))
        .map_or((SubtestStatus::Pass, false), |entry| {
            (entry.status, entry.intermittent)
        })
}

/// Of the reasons in several logs the first by the alphabet, so that the logs' order is of no matter.
fn least(kept: &mut Option<String>, reason: String) {
    if kept.as_ref().is_none_or(|kept| reason < *kept) {
        *kept = Some(reason);
    }
}

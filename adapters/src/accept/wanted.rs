//! What the entries of one test shall claim, span by span.

use std::collections::{BTreeMap, BTreeSet};

use winterproof_model::{Expectation, HarnessStatus, Reason, SubtestStatus};

use super::cause;
use super::seen::{Outcome, Seen};

/// The lists of names in an entry.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum List {
    Pass,
    Fail,
    Timeout,
    Notrun,
    Intermittent,
}

impl List {
    pub(crate) const ALL: [Self; 5] = [
        Self::Pass,
        Self::Fail,
        Self::Timeout,
        Self::Notrun,
        Self::Intermittent,
    ];

    /// The key in the file.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Timeout => "timeout",
            Self::Notrun => "notrun",
            Self::Intermittent => "intermittent",
        }
    }

    /// The list for subtests that always end so; `None` for a status that is never written.
    const fn of(status: SubtestStatus) -> Option<Self> {
        match status {
            SubtestStatus::Pass => Some(Self::Pass),
            SubtestStatus::Fail => Some(Self::Fail),
            SubtestStatus::Timeout => Some(Self::Timeout),
            SubtestStatus::Notrun => Some(Self::Notrun),
            SubtestStatus::PreconditionFailed => None,
        }
    }
}

/// One thing that an entry can claim.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Claim {
    Status(HarnessStatus),
    All(SubtestStatus),
    Named(List, String),
}

/// Why something is claimed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Why {
    /// Somebody wrote it, or it is about versions that are not in the logs.
    Given(Reason),
    /// A failure message says so.
    Seen(String),
}

/// A claim in one span.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Cell {
    /// It is to be made.
    Made(Why),
    /// Whether it is made or not is of no matter.
    Open,
    /// It would be wrong.
    Wrong,
}

/// What is claimed of a test in one span.
#[derive(Clone, Debug)]
pub(crate) struct Wanted<'a> {
    /// `None` when the logs do not measure the test there.
    seen: Option<&'a Seen>,
    made: BTreeMap<Claim, Why>,
    /// What entries claim that stay as they are.
    kept: BTreeSet<Claim>,
}

impl<'a> Wanted<'a> {
    /// What somebody else found to be claimed.
    pub(crate) fn given(made: BTreeMap<Claim, Why>) -> Self {
        Self {
            seen: None,
            made,
            kept: BTreeSet::new(),
        }
    }

    /// What is claimed, and why.
    pub(crate) fn into_made(self) -> BTreeMap<Claim, Why> {
        self.made
    }

    /// Where nothing was measured: what is claimed now.
    pub(super) fn unmeasured(now: &Expectation, kept: &Expectation) -> Self {
        let made = claims(now)
            .map(|(claim, reason)| (claim, Why::Given(reason.clone())))
            .collect();
        Self {
            seen: None,
            made,
            kept: claims(kept).map(|(claim, _)| claim).collect(),
        }
    }

    /// Where the test was measured. `now` is what is claimed now, `known` every reason that a log
    /// gives: a reason in `now` is somebody's own if it is none of them.
    pub(crate) fn measured(
        seen: &'a Seen,
        now: &Expectation,
        known: &BTreeSet<&str>,
        kept: &Expectation,
    ) -> Self {
        let is_own = |reason: &Reason| {
            let text = reason.text.as_str();
            reason.issue.is_some() || !(known.contains(text) || cause::is_of_several(text))
        };
        let own: BTreeMap<Claim, Reason> = claims(now)
            .filter(|(_, reason)| is_own(reason))
            .map(|(claim, reason)| (claim, reason.clone()))
            .collect();
        let flaky_before: BTreeMap<&str, &Reason> = now
            .subtests
            .iter()
            .filter(|entry| entry.intermittent)
            .filter_map(|entry| Some((entry.name.as_deref()?, &entry.reason)))
            .collect();
        let mut wanted = Self {
            seen: Some(seen),
            made: BTreeMap::new(),
            kept: claims(kept).map(|(claim, _)| claim).collect(),
        };
        let why = |claim: &Claim, seen: Option<&str>| match own.get(claim) {
            Some(reason) => Why::Given(reason.clone()),
            None => Why::Seen(seen.unwrap_or("no message").to_owned()),
        };
        if let Outcome::Steady(status) = seen.status()
            && status != HarnessStatus::Ok
        {
            let claim = Claim::Status(status);
            let why = why(&claim, seen.reason.as_deref());
            wanted.made.insert(claim, why);
        }
        let all = seen.none_passes();
        let mut under_all: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, outcome) in seen.subtests() {
            use SubtestStatus::{Fail, Pass};
            let (list, status) = match outcome {
                Outcome::Flaky => (List::Intermittent, Fail),
                Outcome::Steady(status @ (Fail | Pass)) if flaky_before.contains_key(name) => {
                    (List::Intermittent, status)
                }
                Outcome::Steady(status) if status != Pass => match List::of(status) {
                    Some(list) => (list, status),
                    None => continue,
                },
                _ => continue,
            };
            let claim = Claim::Named(list, name.to_owned());
            let reason = seen.reason_of(name, status);
            let of_all = list != List::Intermittent && all == Some(status);
            if of_all && !own.contains_key(&claim) {
                *under_all.entry(reason.unwrap_or_default()).or_default() += 1;
                continue;
            }
            let why = match flaky_before.get(name) {
                // It did not fail this time: only the old entry knows why it sometimes does.
                Some(before) if status == Pass => Why::Given((*before).clone()),
                _ => why(&claim, reason),
            };
            wanted.made.insert(claim, why);
        }
        // Of equally common ones the first by the alphabet.
        let commonest = under_all.into_iter().rev().max_by_key(|&(_, count)| count);
        if let (Some(status), Some((reason, _))) = (all, commonest) {
            let claim = Claim::All(status);
            let why = why(&claim, Some(reason));
            wanted.made.insert(claim, why);
        }
        wanted
    }

    /// Everything that is to be claimed and that no kept entry claims.
    pub(super) fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.made.keys().filter(|claim| !self.kept.contains(claim))
    }

    /// How a claim that some span makes stands in this one.
    pub(super) fn cell(&self, claim: &Claim) -> Cell {
        if self.kept.contains(claim) {
            return Cell::Open;
        }
        if let Some(why) = self.made.get(claim) {
            return Cell::Made(why.clone());
        }
        let open = self.seen.is_some_and(|seen| match claim {
            Claim::Status(_) => seen.status() == Outcome::Open,
            Claim::All(_) => seen.subtests().all(|(_, outcome)| outcome == Outcome::Open),
            Claim::Named(list, name) => match seen.subtest(name) {
                Outcome::Open => true,
                Outcome::Steady(status) => {
                    List::of(status) == Some(*list) && self.claims_all(status)
                }
                _ => false,
            },
        });
        if open { Cell::Open } else { Cell::Wrong }
    }

    fn claims_all(&self, status: SubtestStatus) -> bool {
        let claim = Claim::All(status);
        self.made.contains_key(&claim) || self.kept.contains(&claim)
    }
}

/// What an expectation claims: of several claims about the same the one that counts.
fn claims(expectation: &Expectation) -> impl Iterator<Item = (Claim, &Reason)> {
    let status = expectation
        .status
        .iter()
        .map(|(status, reason)| (Claim::Status(*status), reason));
    let mut last = BTreeMap::new();
    for entry in &expectation.subtests {
        last.insert(entry.name.as_deref(), entry);
    }
    let subtests = last.into_values().filter_map(|entry| {
        let claim = match &entry.name {
            None => Claim::All(entry.status),
            Some(name) if entry.intermittent => Claim::Named(List::Intermittent, name.clone()),
            Some(name) => Claim::Named(List::of(entry.status)?, name.clone()),
        };
        Some((claim, &entry.reason))
    });
    status.chain(subtests)
}

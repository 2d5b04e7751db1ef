//! How a set of tests is counted: the numbers in one cell of the matrix.
//!
//! # The rules
//!
//! **Known subtests.** The subtests of a row are the union, over all columns, of the (name,
//! occurrence) pairs that any runtime reported and of the names that an expectation said would come.
//! Every known subtest of a planned test is counted in exactly one bucket of [`Subtests`], so a
//! runtime that crashes before it reports a subtest can't shrink its own denominator:
//!
//! | the test | the subtest | bucket |
//! |---|---|---|
//! | was measured | reported | its own status |
//! | was measured | outside the run's profile, reported or not | `outside_profile` |
//! | was measured | not reported | `lost`, which counts as not passed |
//! | ended with PRECONDITION_FAILED | not reported | `precondition_failed` |
//! | was skipped or is unmeasured | any | `not_measured` |
//!
//! **Denominator.** [`Subtests::scored`] is what can pass or not: PASS, FAIL, TIMEOUT, NOTRUN and
//! lost. A subtest whose optional feature is absent is neither a pass nor a fail; it has a count of
//! its own. So has what is outside the run's profile, however it ended, and what was not measured.
//!
//! **The score of a test** is passed / scored. A test that ended with ERROR, TIMEOUT or CRASH has one
//! more item to pass, namely its own end: it never scores 100%, and without any subtest it scores 0.
//! A test with status OK and no subtests proved nothing and scores 0. A test of which only absent
//! optional features are known, or only what is outside the profile, has no score.
//!
//! **The mean** is taken over the tests that have a score, each test weighing the same, so that one
//! file with ten thousand subtests doesn't outweigh all others.
//!
//! **A test passed** if its status is OK, at least one subtest passed, and nothing scored did not.

use std::collections::BTreeMap;

use winterproof_model::log::TestRecord;
use winterproof_model::{Counts, HarnessStatus, Verdict};

use crate::text::grouped;

/// The known subtests of some tests on one runtime, each in one bucket.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Subtests {
    /// What the runtime reported.
    pub reported: Counts,
    /// Known, and not reported by a test that was measured.
    pub lost: u64,
    /// Known, and not reported because the whole test lacks its optional feature.
    pub inapplicable: u64,
    /// Known, not reported, and outside the run's profile.
    pub elsewhere: u64,
    /// Known, of tests that were skipped or are unmeasured.
    pub not_measured: u64,
}

impl Subtests {
    /// Puts the `known` subtests of one test into buckets; `None` is an unmeasured test. `elsewhere`
    /// of them were not reported and are outside the run's profile.
    pub fn of(record: Option<&TestRecord>, known: u64, elsewhere: u64) -> Self {
        let Some(record) = measured(record) else {
            return Self {
                not_measured: known,
                ..Self::default()
            };
        };
        let reported = Counts::of(&record.result.subtests);
        let unreported = known.saturating_sub(reported.total() + elsewhere);
        let absent = record.result.status == HarnessStatus::PreconditionFailed;
        Self {
            reported,
            lost: if absent { 0 } else { unreported },
            inapplicable: if absent { unreported } else { 0 },
            elsewhere,
            not_measured: 0,
        }
    }

    /// Subtests that passed.
    pub const fn passed(&self) -> u64 {
        self.reported.pass
    }

    /// The denominator: subtests that passed or should have.
    pub const fn scored(&self) -> u64 {
        let Counts {
            pass,
            fail,
            timeout,
            notrun,
            ..
        } = self.reported;
        pass + fail + timeout + notrun + self.lost
    }

    /// Subtests that are outside the run's profile.
    pub const fn outside_profile(&self) -> u64 {
        self.reported.outside_profile + self.elsewhere
    }

    /// Subtests whose optional feature is absent.
    pub const fn precondition_failed(&self) -> u64 {
        self.reported.precondition_failed + self.inapplicable
    }

    /// Every known subtest.
    pub const fn known(&self) -> u64 {
        self.reported.total() + self.lost + self.inapplicable + self.elsewhere + self.not_measured
    }

    fn merge(&mut self, other: Self) {
        self.reported.merge(other.reported);
        self.lost += other.lost;
        self.inapplicable += other.inapplicable;
        self.elsewhere += other.elsewhere;
        self.not_measured += other.not_measured;
    }
}

/// The record of a test that was started: skipped tests are not measured.
pub(crate) fn measured(record: Option<&TestRecord>) -> Option<&TestRecord> {
    record.filter(|record| record.result.status != HarnessStatus::Skip)
}

/// How one test did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Its known subtests.
    pub subtests: Subtests,
    /// From 0 to 1; `None` for a test that was not measured or has nothing that could pass.
    pub score: Option<f64>,
    /// Whether it passed as a whole.
    pub passed: bool,
}

impl Score {
    /// Scores one test with that many known subtests, `elsewhere` as for [`Subtests::of`]; `None` is an
    /// unmeasured test.
    pub fn of(record: Option<&TestRecord>, known: u64, elsewhere: u64) -> Self {
        let subtests = Subtests::of(record, known, elsewhere);
        let Some(record) = measured(record) else {
            return Self {
                subtests,
                score: None,
                passed: false,
            };
        };
        let status = record.result.status;
        let bad_end = match status {
            HarnessStatus::Error | HarnessStatus::Timeout | HarnessStatus::Crash => 1,
            HarnessStatus::Ok | HarnessStatus::PreconditionFailed | HarnessStatus::Skip => 0,
        };
        let items = subtests.scored() + bad_end;
        let nothing_due = subtests.precondition_failed() > 0
            || subtests.outside_profile() > 0
            || status == HarnessStatus::PreconditionFailed;
        let score = match items {
            0 if nothing_due => None,
            _ => Some(subtests.passed() as f64 / items.max(1) as f64),
        };
        Self {
            subtests,
            score,
            passed: status == HarnessStatus::Ok
                && subtests.passed() > 0
                && subtests.passed() == subtests.scored(),
        }
    }
}

/// The numbers of some tests on one runtime: a cell of the matrix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Tests of the plan.
    pub planned: u64,
    /// Tests that were started.
    pub measured: u64,
    /// Tests that passed as a whole.
    pub passed: u64,
    /// Tests that have a score.
    pub scored: u64,
    /// Tests with a result, by status; skipped ones included.
    pub statuses: BTreeMap<HarnessStatus, u64>,
    /// Why tests were skipped, and how many for each reason.
    pub skip_reasons: BTreeMap<String, u64>,
    /// Tests that were skipped because they are outside the run's profile.
    pub outside_profile: u64,
    /// Tests that were skipped because an expectation disables them.
    pub disabled: u64,
    /// Planned tests without a result.
    pub unmeasured: u64,
    /// The known subtests.
    pub subtests: Subtests,
    /// Tests with anything unexpected in them, as the log's footer counts them.
    pub unexpected: u64,
    /// Results (of tests and subtests) that are known to end this way now and then.
    pub known_intermittent: u64,
    /// Tests whose attempts ended differently.
    pub flaky: u64,
    /// Tests that took more than 0.8 of their time.
    pub slow: u64,
    sum: f64,
}

impl Cell {
    /// Counts one more planned test.
    pub(crate) fn add(&mut self, record: Option<&TestRecord>, score: &Score, flaky: bool) {
        self.planned += 1;
        self.subtests.merge(score.subtests);
        let Some(record) = record else {
            self.unmeasured += 1;
            return;
        };
        let result = &record.result;
        *self.statuses.entry(result.status).or_default() += 1;
        if result.status == HarnessStatus::Skip {
            let reason = result.message.as_deref().unwrap_or("no reason given");
            *self.skip_reasons.entry(reason.to_owned()).or_default() += 1;
            self.outside_profile += u64::from(result.verdict.is_outside_profile());
            self.disabled += u64::from(result.verdict == Verdict::Disabled);
        } else {
            self.measured += 1;
        }
        self.passed += u64::from(score.passed);
        if let Some(score) = score.score {
            self.scored += 1;
            self.sum += score;
        }
        self.unexpected += u64::from(!result.is_expected());
        self.flaky += u64::from(flaky);
        self.slow += u64::from(record.slow);
        self.known_intermittent += std::iter::once(&result.verdict)
            .chain(result.subtests.iter().map(|subtest| &subtest.verdict))
            .filter(|verdict| **verdict == Verdict::KnownIntermittent)
            .count() as u64;
    }

    /// Adds all of `other`.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.planned += other.planned;
        self.measured += other.measured;
        self.passed += other.passed;
        self.scored += other.scored;
        for (status, number) in &other.statuses {
            *self.statuses.entry(*status).or_default() += number;
        }
        for (reason, number) in &other.skip_reasons {
            *self.skip_reasons.entry(reason.clone()).or_default() += number;
        }
        self.outside_profile += other.outside_profile;
        self.disabled += other.disabled;
        self.unmeasured += other.unmeasured;
        self.subtests.merge(other.subtests);
        self.unexpected += other.unexpected;
        self.known_intermittent += other.known_intermittent;
        self.flaky += other.flaky;
        self.slow += other.slow;
        self.sum += other.sum;
    }

    /// The mean of the tests' scores, from 0 to 1; `None` when no test has one.
    pub fn mean(&self) -> Option<f64> {
        (self.scored > 0).then(|| self.sum / self.scored as f64)
    }

    /// Tests that ended with this status.
    pub fn with_status(&self, status: HarnessStatus) -> u64 {
        self.statuses.get(&status).copied().unwrap_or_default()
    }

    /// Tests that were skipped.
    pub fn skipped(&self) -> u64 {
        self.with_status(HarnessStatus::Skip)
    }

    /// Whether every planned test of the profile was measured and each that has a score passed; never
    /// for a plan without tests.
    pub fn is_full(&self) -> bool {
        self.passed > 0
            && self.passed == self.scored
            && self.measured + self.outside_profile == self.planned
    }

    /// What a reader must not overlook besides the rate, worst first: `3 of 9 unmeasured`,
    /// `2 crashed`.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.unmeasured > 0 {
            let (some, all) = (grouped(self.unmeasured), grouped(self.planned));
            remarks.push(format!("{some} of {all} unmeasured"));
        }
        let mut say = |number: u64, word: &str| {
            if number > 0 {
                remarks.push(format!("{} {word}", grouped(number)));
            }
        };
        say(self.with_status(HarnessStatus::Crash), "crashed");
        say(self.with_status(HarnessStatus::Timeout), "timed out");
        say(self.with_status(HarnessStatus::Error), "ended in error");
        say(self.unexpected, "unexpected");
        say(self.flaky, "flaky");
        say(self.slow, "slow");
        say(self.skipped() - self.disabled, "skipped");
        say(self.disabled, "disabled");
        say(self.subtests.lost, "lost");
        say(self.subtests.precondition_failed(), "optional");
        say(self.subtests.outside_profile(), "outside the profile");
        remarks
    }
}

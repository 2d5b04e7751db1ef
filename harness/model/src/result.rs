//! What was seen of a test.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter::repeat_n;

use serde::{Deserialize, Serialize};

use crate::expectation::{Foreseen, Verdict};
use crate::status::{HarnessStatus, SubtestStatus};

/// What was seen of one subtest.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct SubtestResult {
    /// Its name; may repeat inside a test and may hold any character.
    pub name: String,
    /// How it ended.
    pub status: SubtestStatus,
    /// Why it did not pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Where it did not pass: the engine's own stack text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stack: Option<String>,
    /// The requirements that it says it checks, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<String>,
    /// The verdict, given when the result is judged.
    #[serde(default, skip_serializing_if = "Verdict::is_expected")]
    pub verdict: Verdict,
}

/// An error or rejection that nothing in the test caught.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Uncaught {
    /// What the host observed: `error` or `unhandledrejection`.
    pub kind: String,
    /// The error's text.
    pub message: String,
    /// The engine's own stack text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stack: Option<String>,
}

/// What was seen of one attempt at a test.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct TestResult {
    /// How the test as a whole ended.
    pub status: HarnessStatus,
    /// Why the status is not OK.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The engine's own stack text behind the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stack: Option<String>,
    /// The verdict on the status, given when the result is judged.
    #[serde(default, skip_serializing_if = "Verdict::is_expected")]
    pub verdict: Verdict,
    /// From the start of the attempt to its end, in milliseconds.
    pub duration_ms: u64,
    /// The subtests in the order in which they ended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subtests: Vec<SubtestResult>,
    /// Errors that nothing caught and that the test allows (`allow_uncaught_exception`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uncaught: Vec<Uncaught>,
    /// Expected subtests that were not reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// Why the test, or subtests of it, were foreseen to end otherwise than in the ideal way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreseen: Vec<Foreseen>,
    /// The last part of what the process wrote to standard output.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stdout_tail: String,
    /// The last part of what the process wrote to standard error.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stderr_tail: String,
}

impl TestResult {
    /// A result without subtests.
    pub fn bare(status: HarnessStatus, message: impl Into<String>) -> Self {
        Self {
            status,
            message: Some(message.into()),
            stack: None,
            verdict: Verdict::Expected,
            duration_ms: 0,
            subtests: Vec::new(),
            uncaught: Vec::new(),
            missing: Vec::new(),
            foreseen: Vec::new(),
            stdout_tail: String::new(),
            stderr_tail: String::new(),
        }
    }

    /// A number that says how each subtest ended: where it is the same, they ended in the same way,
    /// in whatever order. It means nothing outside this process.
    pub fn ends(&self) -> u64 {
        let ends = self.subtests.iter().map(|subtest| {
            let mut hasher = DefaultHasher::new();
            (&subtest.name, subtest.status).hash(&mut hasher);
            hasher.finish()
        });
        ends.fold(0, u64::wrapping_add)
    }

    /// Why the test as a whole was foreseen to end otherwise than with OK.
    pub fn reason(&self) -> Option<&Foreseen> {
        self.foreseen.iter().find(|one| one.test)
    }

    /// Why each subtest was foreseen to end otherwise than with PASS, if it was.
    pub fn reasons(&self) -> impl Iterator<Item = Option<&Foreseen>> {
        let mut reasons = Vec::new();
        for one in &self.foreseen {
            // Most tests have none, and cost nothing here.
            reasons.resize(self.subtests.len(), None);
            for at in &one.subtests {
                if let Some(reason) = reasons.get_mut(*at) {
                    *reason = Some(one);
                }
            }
        }
        let none = repeat_n(None, self.subtests.len() - reasons.len());
        reasons.into_iter().chain(none)
    }

    /// Whether the test and each of its subtests ended as foreseen.
    pub fn is_expected(&self) -> bool {
        !self.verdict.is_unexpected()
            && self.missing.is_empty()
            && self.subtests.iter().all(|s| !s.verdict.is_unexpected())
    }
}

/// How many subtests ended how.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Counts {
    /// Subtests that passed.
    pub pass: u64,
    /// Subtests that failed.
    pub fail: u64,
    /// Subtests that did not end in time.
    pub timeout: u64,
    /// Subtests that never started.
    pub notrun: u64,
    /// Subtests whose optional feature is absent.
    pub precondition_failed: u64,
    /// Subtests that are outside the run's profile, however they ended.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub outside_profile: u64,
}

const fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Counts {
    /// Counts the subtests of one result.
    pub fn of(subtests: &[SubtestResult]) -> Self {
        let mut counts = Self::default();
        for subtest in subtests {
            counts.add(subtest);
        }
        counts
    }

    /// Counts one more subtest.
    pub fn add(&mut self, subtest: &SubtestResult) {
        *match subtest.status {
            _ if subtest.verdict.is_outside_profile() => &mut self.outside_profile,
            SubtestStatus::Pass => &mut self.pass,
            SubtestStatus::Fail => &mut self.fail,
            SubtestStatus::Timeout => &mut self.timeout,
            SubtestStatus::Notrun => &mut self.notrun,
            SubtestStatus::PreconditionFailed => &mut self.precondition_failed,
        } += 1;
    }

    /// Adds all of `other`.
    pub fn merge(&mut self, other: Self) {
        self.pass += other.pass;
        self.fail += other.fail;
        self.timeout += other.timeout;
        self.notrun += other.notrun;
        self.precondition_failed += other.precondition_failed;
        self.outside_profile += other.outside_profile;
    }

    /// All subtests.
    pub const fn total(self) -> u64 {
        self.pass
            + self.fail
            + self.timeout
            + self.notrun
            + self.precondition_failed
            + self.outside_profile
    }
}

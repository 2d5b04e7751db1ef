//! One result in what the formats of continuous integration show of it, so that a word or a sign
//! means the same in each of them ([`Sign`]), and the names that they give to what they show.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use winterproof_model::log::TestRecord;
use winterproof_model::{Foreseen, HarnessStatus, SubtestStatus, Verdict};

use crate::matrix::{Matrix, SubtestKey, occurrences};
use crate::text::{one_line, visible};

/// What the test itself is called among its subtests.
pub(crate) const HARNESS: &str = "harness status";

/// What is said of a planned test without a result.
pub(crate) const UNMEASURED: &str = "planned, and no result was recorded";

/// What is said of a subtest that an expectation names and that was not reported.
pub(crate) const MISSING: &str =
    "an expectation names this subtest, and the test did not report it";

/// What is said of an expectation that was of no use.
pub(crate) const STALE: &str = "STALE";

/// What a result means to a pipeline.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sign<'a> {
    /// It passed, as foreseen.
    Pass,
    /// It did not pass, as foreseen: green.
    Foreseen,
    /// It did not pass, and is known to do so now and then: green.
    Intermittent,
    /// It was skipped, lacks an optional feature or is outside the run's profile: neither a pass nor a
    /// fail.
    Neutral,
    /// It is not as foreseen: red.
    Unexpected {
        /// The status that was foreseen.
        expected: &'a str,
        /// It is better than that: the expectation is out of date.
        better: bool,
    },
}

/// One result in what it has in common with the others.
pub(crate) struct Seen<'a> {
    /// Its status.
    pub(crate) status: &'static str,
    /// Whether it passed.
    passed: bool,
    /// Whether its status is neither a pass nor a fail.
    neutral: bool,
    /// Its verdict.
    pub(crate) verdict: &'a Verdict,
    /// Why it did not pass.
    pub(crate) message: Option<&'a str>,
    /// The engine's own stack text.
    pub(crate) stack: Option<&'a str>,
    /// Why it was foreseen to end otherwise than in the ideal way.
    pub(crate) why: Option<&'a Foreseen>,
}

impl<'a> Seen<'a> {
    /// The result of a test as a whole.
    pub(crate) fn of(record: &'a TestRecord) -> Self {
        let result = &record.result;
        Self {
            status: result.status.as_str(),
            passed: result.status == HarnessStatus::Ok,
            neutral: matches!(
                result.status,
                HarnessStatus::Skip | HarnessStatus::PreconditionFailed
            ) || result.verdict.is_outside_profile(),
            verdict: &result.verdict,
            message: result.message.as_deref(),
            stack: result.stack.as_deref(),
            why: result.reason(),
        }
    }

    /// The results of its subtests.
    pub(crate) fn subtests(record: &'a TestRecord) -> impl Iterator<Item = (SubtestKey<'a>, Self)> {
        let subtests = &record.result.subtests;
        occurrences(subtests.iter().map(|subtest| subtest.name.as_str()))
            .zip(subtests)
            .zip(record.result.reasons())
            .map(|((key, subtest), why)| {
                let seen = Self {
                    status: subtest.status.as_str(),
                    passed: subtest.status == SubtestStatus::Pass,
                    neutral: subtest.status == SubtestStatus::PreconditionFailed
                        || subtest.verdict.is_outside_profile(),
                    verdict: &subtest.verdict,
                    message: subtest.message.as_deref(),
                    stack: subtest.stack.as_deref(),
                    why,
                };
                (key, seen)
            })
    }

    /// What it means.
    pub(crate) fn sign(&self) -> Sign<'a> {
        match self.verdict.unexpected() {
            Some((expected, better)) => Sign::Unexpected { expected, better },
            None if self.neutral => Sign::Neutral,
            None if self.passed => Sign::Pass,
            None if *self.verdict == Verdict::KnownIntermittent => Sign::Intermittent,
            None => Sign::Foreseen,
        }
    }

    /// Why it is neither a pass nor a fail.
    pub(crate) fn reason(&self) -> Cow<'a, str> {
        let message = self.message.unwrap_or_default();
        match self.verdict {
            // The reason of a test that was skipped says it already.
            Verdict::OutsideProfile(holds) if self.status != HarnessStatus::Skip.as_str() => {
                format!("outside the profile (holds {holds}): {message}").into()
            }
            _ => message.into(),
        }
    }

    /// `FAIL where PASS was expected: the message`.
    pub(crate) fn contrast(&self, expected: &str, better: bool) -> String {
        let hint = if better {
            ", the expectation is out of date"
        } else {
            ""
        };
        let text = format!("{} where {expected} was expected{hint}", self.status);
        match self.message.map(visible) {
            Some(message) if !message.is_empty() => format!("{text}: {message}"),
            _ => text,
        }
    }
}

/// What stands before the ids of tests: the runtime's id, or the column's label where several columns
/// are of one runtime.
pub(crate) fn prefixes(matrix: &Matrix<'_>) -> Vec<String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for column in &matrix.columns {
        *uses.entry(&column.log.header.runtime.id).or_default() += 1;
    }
    let columns = matrix.columns.iter();
    columns
        .map(|column| match column.log.header.runtime.id.as_str() {
            id if uses[id] == 1 => visible(id).into_owned(),
            _ => visible(&column.label).into_owned(),
        })
        .collect()
}

/// Names must not collide, whatever the subtests are called. They stand on one line, because XML makes
/// a space of a newline in an attribute, and TAP ends with it.
pub(crate) fn unique(name: &str, taken: &mut HashSet<String>) -> String {
    let name = match one_line(name, usize::MAX) {
        empty if empty.trim().is_empty() => "(no name)".to_owned(),
        name => name,
    };
    if taken.insert(name.clone()) {
        return name;
    }
    let mut number = 2;
    loop {
        let candidate = format!("{name} ({number})");
        if taken.insert(candidate.clone()) {
            return candidate;
        }
        number += 1;
    }
}

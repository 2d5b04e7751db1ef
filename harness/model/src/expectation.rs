//! What was foreseen of a test, and how what was seen compares with it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::profile::Holds;
use crate::status::{HarnessStatus, SubtestStatus};

/// What is foreseen of one test on one runtime.
///
/// The default foresees the ideal: status OK, and every subtest passes.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Expectation {
    /// Why the test is not even run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<Reason>,
    /// The status other than OK that is foreseen, with its reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<(HarnessStatus, Reason)>,
    /// The subtests foreseen to end otherwise than with PASS.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subtests: Vec<ExpectedSubtest>,
}

/// A subtest that is foreseen to end otherwise than with PASS.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct ExpectedSubtest {
    /// The subtest's name; `None` stands for every subtest that has no entry of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How it is foreseen to end.
    pub status: SubtestStatus,
    /// It ends this way only sometimes; PASS is then foreseen as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub intermittent: bool,
    /// It is foreseen of several tests at once, of which this one need not report it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub loose: bool,
    /// Why.
    pub reason: Reason,
}

/// Why something is foreseen.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Reason {
    /// A sentence for people.
    pub text: String,
    /// Where it is talked about: an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        match &self.issue {
            Some(issue) => write!(f, " ({issue})"),
            None => Ok(()),
        }
    }
}

/// A reason, and what of a test was foreseen for it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Foreseen {
    /// Why, as in [`Reason`].
    pub reason: String,
    /// Where it is talked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// Whether it is about the status of the test.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub test: bool,
    /// The subtests that it is about: which of the result's they are, from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subtests: Vec<usize>,
}

impl Foreseen {
    /// The reason with the address behind it.
    pub fn text(&self) -> String {
        match &self.issue {
            Some(issue) => format!("{} ({issue})", self.reason),
            None => self.reason.clone(),
        }
    }
}

/// An entry of the expectations that was of no use in a run of all tests: a mistake in them.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Stale {
    /// File and line of the entry.
    pub place: String,
    /// What is wrong with it.
    pub problem: String,
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

/// What was seen against what was foreseen.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Verdict {
    /// As foreseen.
    #[default]
    Expected,
    /// Foreseen to end this way now and then.
    KnownIntermittent,
    /// Not as foreseen.
    Unexpected {
        /// The status that was foreseen.
        expected: String,
    },
    /// Better than foreseen: the expectation is out of date.
    UnexpectedPass {
        /// The status that was foreseen.
        expected: String,
    },
    /// An expectation says that the test is not to be run.
    Disabled,
    /// It says nothing about the run: what it checks is no rule in the run's profile.
    OutsideProfile(Holds),
}

impl Verdict {
    /// Whether there is nothing to say: exactly as foreseen.
    pub fn is_expected(&self) -> bool {
        *self == Self::Expected
    }

    /// Whether what was seen is no matter of the run's profile.
    pub fn is_outside_profile(&self) -> bool {
        matches!(self, Self::OutsideProfile(_))
    }

    /// Whether the result makes a run red.
    pub fn is_unexpected(&self) -> bool {
        self.unexpected().is_some()
    }

    /// Of what makes a run red, the status that was foreseen, and whether the result is better.
    pub fn unexpected(&self) -> Option<(&str, bool)> {
        match self {
            Self::Expected | Self::KnownIntermittent | Self::Disabled | Self::OutsideProfile(_) => {
                None
            }
            Self::Unexpected { expected } => Some((expected, false)),
            Self::UnexpectedPass { expected } => Some((expected, true)),
        }
    }
}

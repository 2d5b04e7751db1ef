//! What was foreseen of a test, and how what was seen compares with it.

use serde::{Deserialize, Serialize};

use crate::profile::Holds;
use crate::status::{HarnessStatus, SubtestStatus};

/// What is foreseen of one test on one runtime.
///
/// The default foresees the ideal: status OK, and every subtest passes.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Expectation {
    /// The status other than OK that is foreseen, with its reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<(HarnessStatus, String)>,
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
    /// Why.
    pub reason: String,
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
        matches!(self, Self::Unexpected { .. } | Self::UnexpectedPass { .. })
    }
}

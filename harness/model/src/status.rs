//! How a test and a subtest can end, in web-platform-tests' words.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How a whole test ended (WPT: the harness status).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum HarnessStatus {
    /// All subtests ran to their end; each has a status of its own.
    Ok,
    /// Something outside any subtest went wrong; what was reported before is kept.
    Error,
    /// The deadline passed, or the runtime went idle with subtests pending.
    Timeout,
    /// The runtime's process ended before the test was done.
    Crash,
    /// A feature that the test declares as optional is absent.
    PreconditionFailed,
    /// The test was planned but not started; the message tells why.
    Skip,
}

impl HarnessStatus {
    /// Every status, in the order in which reports list them.
    pub const ALL: [Self; 6] = [
        Self::Ok,
        Self::Error,
        Self::Timeout,
        Self::Crash,
        Self::PreconditionFailed,
        Self::Skip,
    ];

    /// The name used in logs, expectations and reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::Error => "ERROR",
            Self::Timeout => "TIMEOUT",
            Self::Crash => "CRASH",
            Self::PreconditionFailed => "PRECONDITION_FAILED",
            Self::Skip => "SKIP",
        }
    }
}

/// How one subtest ended.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SubtestStatus {
    /// Every assertion held.
    Pass,
    /// An assertion did not hold, or the subtest threw.
    Fail,
    /// It started and did not end in time.
    Timeout,
    /// It never started.
    Notrun,
    /// It needs an optional feature which is absent (`assert_implements_optional`).
    PreconditionFailed,
}

impl SubtestStatus {
    /// Every status, in the order in which reports list them.
    pub const ALL: [Self; 5] = [
        Self::Pass,
        Self::Fail,
        Self::Timeout,
        Self::Notrun,
        Self::PreconditionFailed,
    ];

    /// The name used in logs, expectations and reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "PASS",
            Self::Fail => "FAIL",
            Self::Timeout => "TIMEOUT",
            Self::Notrun => "NOTRUN",
            Self::PreconditionFailed => "PRECONDITION_FAILED",
        }
    }
}

impl fmt::Display for HarnessStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for SubtestStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

//! Reading one line of a run log, quickly.
//!
//! Owns: the shape of a `test` line without detours. A log has a line for each test and most of its
//! bytes are in those, so they are read straight into their fields; [`Line`] itself, which is tagged and
//! has one struct inside another, makes serde keep each value twice. Whatever is not read here is read
//! as a [`Line`], so that both ways take and refuse the same.

use serde::Deserialize;

use crate::expectation::{Foreseen, Verdict};
use crate::id::TestId;
use crate::log::{Line, TestRecord};
use crate::result::{SubtestResult, TestResult, Uncaught};
use crate::status::HarnessStatus;

/// What the line of a test begins with, as it is written.
const TEST: &[u8] = b"{\"type\":\"test\",";

#[derive(Deserialize)]
enum Test {
    #[serde(rename = "test")]
    Test,
}

/// The fields of [`TestRecord`] and [`TestResult`] beside each other.
#[derive(Deserialize)]
struct Flat {
    #[serde(rename = "type")]
    _type: Test,
    id: TestId,
    attempt: u32,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    specs: Vec<String>,
    #[serde(default)]
    slow: bool,
    status: HarnessStatus,
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    stack: Option<String>,
    #[serde(default)]
    verdict: Verdict,
    duration_ms: u64,
    #[serde(default)]
    subtests: Vec<SubtestResult>,
    #[serde(default)]
    uncaught: Vec<Uncaught>,
    #[serde(default)]
    missing: Vec<String>,
    #[serde(default)]
    foreseen: Vec<Foreseen>,
    #[serde(default)]
    stdout_tail: String,
    #[serde(default)]
    stderr_tail: String,
}

impl Line {
    /// Reads one line, without the newline that ends it.
    pub fn parse(text: &[u8]) -> Result<Self, serde_json::Error> {
        if text.starts_with(TEST)
            && let Ok(flat) = serde_json::from_slice::<Flat>(text)
        {
            return Ok(Self::Test(Box::new(flat.into())));
        }
        serde_json::from_slice(text)
    }
}

impl From<Flat> for TestRecord {
    fn from(flat: Flat) -> Self {
        let mut subtests = flat.subtests;
        // A list that grows is up to twice as long as what is in it, and there are a million of these.
        subtests.shrink_to_fit();
        Self {
            id: flat.id,
            attempt: flat.attempt,
            title: flat.title,
            specs: flat.specs,
            slow: flat.slow,
            result: TestResult {
                status: flat.status,
                message: flat.message,
                stack: flat.stack,
                verdict: flat.verdict,
                duration_ms: flat.duration_ms,
                subtests,
                uncaught: flat.uncaught,
                missing: flat.missing,
                foreseen: flat.foreseen,
                stdout_tail: flat.stdout_tail,
                stderr_tail: flat.stderr_tail,
            },
        }
    }
}

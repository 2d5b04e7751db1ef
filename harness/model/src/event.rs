//! What happens during a run, in order. The recorder and the progress display hear the same.

use crate::id::TestId;
use crate::log::{Footer, Header, TestRecord};

/// One thing that happened during the run of one runtime.
#[derive(Clone, Debug)]
pub enum Event {
    /// The runtime answered and the plan is made.
    RunStarted(Box<Header>),
    /// The log has results already, which stay.
    RunResumed {
        /// Tests with results.
        tests: usize,
        /// Those of them with anything unexpected.
        unexpected: usize,
    },
    /// An attempt begins.
    TestStarted {
        /// The test.
        id: TestId,
        /// Which attempt, from 1.
        attempt: u32,
    },
    /// An attempt is settled and judged.
    TestFinished(Box<TestRecord>),
    /// Nothing more comes.
    RunFinished(Footer),
}

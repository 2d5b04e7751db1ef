//! How winterproof tells its caller how it went.

use std::process::ExitCode;

/// The exit codes; part of the contract, listed in `--help` and the README.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Exit {
    /// Everything was measured and as foreseen.
    Ok = 0,
    /// A filter, or all of them, matched no test, or nothing was measured.
    NoTests = 4,
    /// Something could not be set up or recorded; results up to there are kept.
    SetUp = 96,
    /// There are unexpected results, expectations that are of no use, or regressions.
    Unexpected = 100,
    /// Ctrl-C; results up to there are kept.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The table for `--help`.
pub(crate) const TABLE: &str = "\
Exit codes:
    0  everything was measured and as expected
    2  the command line is wrong
    4  a filter matches no test, or nothing was measured
   96  set-up failed: a runtime, a file, a log (results up to there are kept)
  100  unexpected results, stale expectations, or regressions
  130  interrupted by Ctrl-C (results up to there are kept)";

//! What keeps tests from being run at all.

use std::io;
use std::path::PathBuf;

use winterproof_adapters::{
    AcceptError, AddError, ConnectError, ExpectationsError, FileError, SpecError, TomlError,
};
use winterproof_model::log::LogError;
use winterproof_runner::{FilterError, RunError};
use winterproof_server::ServerError;
use winterproof_suites::{DiscoverError, RootError};

/// Why the test target can't begin, or can't write what it was asked to.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    #[error("this test binary has no engine {0}")]
    NoEngine(String),
    #[error("there is no runtime to test: Conformance::engine() or runtime() names one")]
    NoRuntime,
    #[error("two runtimes are called {0}; Runtime::called() gives one of them another name")]
    Twice(String),
    #[error("the filter {0:?} matches no test on any runtime")]
    NoTest(String),
    #[error(
        "{0} is set, and nextest runs each test in a process of its own: run `cargo test` instead"
    )]
    Nextest(&'static str),
    #[error(
        "the expectations of {0} are not in the folder of an adapter of this package's: with \
         WINTERPROOF_LOGS it leaves a log, of which `winterproof accept` makes them"
    )]
    NoFolder(String),
    #[error("{name}: {source}")]
    Connect { name: String, source: ConnectError },
    #[error("failed to {action} {}: {source}", path.display())]
    Io {
        action: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    #[error("failed to start threads: {0}")]
    Threads(io::Error),
    #[error(transparent)]
    Accept(#[from] AcceptError),
    #[error(transparent)]
    Add(#[from] AddError),
    #[error(transparent)]
    Discover(#[from] DiscoverError),
    #[error(transparent)]
    Expectations(#[from] ExpectationsError),
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Filter(#[from] FilterError),
    #[error(transparent)]
    Log(#[from] LogError),
    #[error(transparent)]
    Manifest(#[from] TomlError),
    #[error(transparent)]
    Root(#[from] RootError),
    #[error(transparent)]
    Run(#[from] RunError),
    #[error(transparent)]
    Server(#[from] ServerError),
    #[error(transparent)]
    Spec(#[from] SpecError),
}

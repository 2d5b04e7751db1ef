//! `expectations/*.toml` brought up to date with run logs.
//!
//! The logs are of one adapter, best of every version that the expectations shall cover. Only tests
//! that the logs measure and that did not end as foreseen are written anew; everything else stays as
//! it stands. Of a test that is written anew:
//!
//! - entries that hold for some of the versions in the logs are narrowed, those that hold for none
//!   are removed; versions that existing conditions tell apart from all those in the logs keep what
//!   is foreseen of them;
//! - a reason that no failure message gives is somebody's own and stays with what it is about, as
//!   long as that fails in the same way;
//! - what passes in one log and fails in another of the same version is `intermittent`, and stays so
//!   when it next ends the same way in all logs: one run proves nothing;
//! - SKIP and PRECONDITION_FAILED are never written, for they are always as foreseen, and neither is
//!   NOTRUN of a test that crashes, for how far one comes is chance;
//! - what is outside the profile of a run is as good as not measured by it: what entries say of it stays.
//!
//! An entry with a `*` is somebody's own too. It stays if it holds for each of its tests, else it
//! is replaced by an entry a test.
//!
//! Does no I/O. Does not own: the format (`expectations`), what counts as foreseen (`runner::judge`).

pub(crate) mod cause;
pub(crate) mod draft;
pub(crate) mod file;
pub(crate) mod seen;
mod timeline;
pub(crate) mod wanted;
mod work;

use winterproof_model::TestId;
use winterproof_model::log::RunLog;

use self::work::Work;
use crate::toml_file::TomlError;

/// What [`accept`] found.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    /// The files that change, by path.
    pub changes: Vec<Change>,
    /// What no entry can express.
    pub unsettled: Vec<Unsettled>,
}

/// A file that changes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    /// Where it is, relative to the adapter's folder.
    pub path: String,
    /// Its text now; empty when there is no such file.
    pub before: String,
    /// Its new text; empty when the file is to be removed.
    pub after: String,
}

/// Something that ended differently from attempt to attempt, and not just with PASS and FAIL.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Unsettled {
    /// The test.
    pub test: TestId,
    /// The subtest; `None` for the test as a whole.
    pub subtest: Option<String>,
}

/// Why logs can't be accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// A run that did not measure all it was to measure.
    #[error("{log} is the log of an interrupted run; only complete runs can be accepted")]
    Incomplete {
        /// The log.
        log: String,
    },
    /// Expectations are about our own suites only.
    #[error("{log} is of the suite root {root:?}; expectations are about the embedded suites only")]
    Root {
        /// The log.
        log: String,
        /// Its suite root.
        root: String,
    },
    /// Expectations are about a runtime as it is by default.
    #[error("{log} is of {label}; expectations are about a runtime without options of its own")]
    Options {
        /// The log.
        log: String,
        /// The runtime with its options.
        label: String,
    },
    /// Logs of two adapters.
    #[error(
        "{log} is of the runtime {id} and {first} is of {first_id}; accept one runtime at a time"
    )]
    Mixed {
        /// A log.
        log: String,
        /// Its adapter.
        id: String,
        /// The first log.
        first: String,
        /// Its adapter.
        first_id: String,
    },
    /// Logs of two states of the suites.
    #[error("{log} and {first} were written with different test files; run the older one again")]
    Revisions {
        /// A log.
        log: String,
        /// A log before it.
        first: String,
    },
    /// Versions that have no order.
    #[error("the versions {0} can't be ordered; accept their logs one at a time")]
    Versions(String),
    /// An existing file is wrong.
    #[error(transparent)]
    Toml(#[from] TomlError),
    /// An entry about several tests that no longer holds, and that not all tests were measured for.
    #[error(
        "{place}: the entry is about several tests and no longer holds for {test}; \
         it can be replaced only by logs of a run of all tests"
    )]
    Pattern {
        /// The entry.
        place: String,
        /// A test which it is wrong about.
        test: TestId,
    },
}

/// Brings the expectation files of an adapter up to date with the logs, each given with its name.
///
/// `files` are the existing files: path relative to the adapter's folder, and text.
pub fn accept(
    logs: &[(&str, &RunLog)],
    files: &[(String, String)],
) -> Result<Accepted, AcceptError> {
    check(logs)?;
    if logs.is_empty() {
        return Ok(Accepted::default());
    }
    Work::new(logs, files)?.run()
}

fn check(logs: &[(&str, &RunLog)]) -> Result<(), AcceptError> {
    for (at, (name, log)) in logs.iter().enumerate() {
        let header = &log.header;
        if header.suite.name != "winterproof" {
            return Err(AcceptError::Root {
                log: (*name).to_owned(),
                root: header.suite.name.clone(),
            });
        }
        if !log.is_complete() {
            return Err(AcceptError::Incomplete {
                log: (*name).to_owned(),
            });
        }
        if !header.runtime.options.is_empty() {
            return Err(AcceptError::Options {
                log: (*name).to_owned(),
                label: header.runtime.label(),
            });
        }
        for (first, other) in &logs[..at] {
            if other.header.runtime.id != header.runtime.id {
                return Err(AcceptError::Mixed {
                    log: (*name).to_owned(),
                    id: header.runtime.id.clone(),
                    first: (*first).to_owned(),
                    first_id: other.header.runtime.id.clone(),
                });
            }
            let same_filters = other.header.settings.filters == header.settings.filters;
            if same_filters && other.header.suite.hash != header.suite.hash {
                return Err(AcceptError::Revisions {
                    log: (*name).to_owned(),
                    first: (*first).to_owned(),
                });
            }
        }
    }
    Ok(())
}

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
//! Entries with conditions on os, arch or flags, disabled ones and those in files for several runtimes are
//! never written: where one is wrong about a test that is written anew, that is told instead.
//!
//! An entry with a `*` is somebody's own too. It stays if it holds for each of its tests, else it
//! is replaced by an entry a test.
//!
//! [`accept`] does no I/O; `disk` does. Does not own: the format (`expectations`), what counts as foreseen
//! (`runner::judge`).

pub(crate) mod cause;
mod disk;
pub(crate) mod draft;
pub(crate) mod file;
pub(crate) mod seen;
mod timeline;
pub(crate) mod wanted;
mod work;

use std::fmt;

use winterproof_model::TestId;
use winterproof_model::log::{Header, RunLog};

pub use self::disk::FileError;
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

/// What is written so far, and whose it is.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Whose it is.
    pub target: Target,
    /// The files that can change: path, and text.
    pub files: Vec<(String, String)>,
    /// Files for several runtimes, which are never written: path, and text.
    pub shared: Vec<(String, String)>,
}

/// Whose expectations are brought up to date.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Target {
    /// An adapter's, about the embedded suites: a file an area in its folder `expectations`.
    #[default]
    Adapter,
    /// The user's about one runtime, about any root: a file an area in a folder.
    Folder,
    /// The user's, about any root, in one file of that name.
    File(String),
}

/// A file that changes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    /// Where it is, relative to the adapter's folder, or to the user's.
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

impl fmt::Display for Unsettled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.subtest {
            Some(subtest) => write!(f, "{}: {subtest}", self.test),
            None => write!(f, "{}", self.test),
        }
    }
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
    /// An adapter's expectations are about our own suites only.
    #[error(
        "{log} is of the suite root {root:?}; an adapter's expectations are about the embedded suites"
    )]
    Root {
        /// The log.
        log: String,
        /// Its suite root.
        root: String,
    },
    /// Logs of two roots.
    #[error(
        "{log} is of the suite root {root:?} and {first} is of {first_root:?}; accept one at a time"
    )]
    Roots {
        /// A log.
        log: String,
        /// Its suite root.
        root: String,
        /// The first log.
        first: String,
        /// Its suite root.
        first_root: String,
    },
    /// Logs of two systems, or of a runtime with other options or flags.
    #[error(
        "{log} and {first} are of different systems, or of a runtime with different options; accept them \
         one at a time"
    )]
    Places {
        /// A log.
        log: String,
        /// A log before it.
        first: String,
    },
    /// An adapter's expectations are about a runtime as it is by default.
    #[error(
        "{log} is of {label}; an adapter's expectations are about a runtime without options of its own"
    )]
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
    /// An entry that is never written, and that no longer holds.
    #[error(
        "{place}: the entry no longer holds for {test}, and what has conditions on os, arch or flags or is \
         for several runtimes is only changed by hand"
    )]
    ByHand {
        /// The entry.
        place: String,
        /// A test which it is wrong about.
        test: TestId,
    },
}

/// Brings expectation files up to date with the logs, each given with its name.
pub fn accept(logs: &[(&str, &RunLog)], written: &Written) -> Result<Accepted, AcceptError> {
    check(logs, &written.target)?;
    if logs.is_empty() {
        return Ok(Accepted::default());
    }
    Work::new(logs, written)?.run()
}

fn check(logs: &[(&str, &RunLog)], target: &Target) -> Result<(), AcceptError> {
    for (at, (name, log)) in logs.iter().enumerate() {
        if *target == Target::Adapter {
            check_default(name, log)?;
        }
        if !log.is_complete() {
            return Err(AcceptError::Incomplete {
                log: (*name).to_owned(),
            });
        }
        for (first, other) in &logs[..at] {
            check_pair((name, &log.header), (first, &other.header))?;
        }
    }
    Ok(())
}

/// An adapter's expectations are about the embedded suites, on the runtime as it is by default.
fn check_default(name: &str, log: &RunLog) -> Result<(), AcceptError> {
    let Header { suite, runtime, .. } = &log.header;
    if suite.name != "winterproof" {
        return Err(AcceptError::Root {
            log: name.to_owned(),
            root: suite.name.clone(),
        });
    }
    if !runtime.options.is_empty() {
        return Err(AcceptError::Options {
            log: name.to_owned(),
            label: runtime.label(),
        });
    }
    Ok(())
}

/// What two logs must have in common.
fn check_pair(
    (name, header): (&str, &Header),
    (first, other): (&str, &Header),
) -> Result<(), AcceptError> {
    let (log, first) = (name.to_owned(), first.to_owned());
    if other.runtime.id != header.runtime.id {
        return Err(AcceptError::Mixed {
            log,
            id: header.runtime.id.clone(),
            first,
            first_id: other.runtime.id.clone(),
        });
    }
    if other.suite.name != header.suite.name {
        return Err(AcceptError::Roots {
            log,
            root: header.suite.name.clone(),
            first,
            first_root: other.suite.name.clone(),
        });
    }
    if other.host != header.host || other.runtime.options != header.runtime.options {
        return Err(AcceptError::Places { log, first });
    }
    let same_filters = other.settings.filters == header.settings.filters;
    if same_filters && other.suite.hash != header.suite.hash {
        return Err(AcceptError::Revisions { log, first });
    }
    Ok(())
}

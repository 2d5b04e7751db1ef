//! What an interrupted run has left in its log, so that another run goes on with it.
//!
//! Owns: what of a log stays, whether it is of the same run, and what is missing in it. A last line
//! that is cut goes, and so does the footer of a run that was stopped.

use std::collections::HashMap;
use std::fs::{File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use winterproof_model::log::{Footer, Header, LogError, RunLog};
use winterproof_model::same::unlike;
use winterproof_model::{Event, TestId};

use crate::plan::Planned;

/// Why a run can't go on with a log.
#[derive(Debug, thiserror::Error)]
pub enum ResumeError {
    /// The log can't be read.
    #[error("failed to read the run log {}: {source}", .path.display())]
    Io {
        /// The log.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is none, or was changed by somebody.
    #[error("{}: {source}", .path.display())]
    Log {
        /// The log.
        path: PathBuf,
        /// What is wrong with it.
        source: LogError,
    },
    /// It is of another run.
    #[error("{}:1: the log is of another run; not the same (there and here):\n  {}", .path.display(), .differences.join("\n  "))]
    Other {
        /// The log.
        path: PathBuf,
        /// In what the runs differ.
        differences: Vec<String>,
    },
    /// Somebody else writes it.
    #[error("the run log {} is being written by another winterproof", .0.display())]
    Busy(PathBuf),
}

/// What stays of a log.
pub(crate) struct Kept {
    /// The log, for this process alone.
    pub(crate) file: File,
    /// Its records.
    pub(crate) log: RunLog,
    /// How many bytes of it stay if it is written on.
    pub(crate) length: u64,
}

impl Kept {
    /// What the log at `path` has of the run with this header; nothing if it has no whole header.
    pub(crate) fn of(path: &Path, header: &Header) -> Result<Option<Self>, ResumeError> {
        let failed = |source| ResumeError::Io {
            path: path.to_owned(),
            source,
        };
        let mut file = match File::options().read(true).write(true).open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(error)),
        };
        lock(&file).map_err(|()| ResumeError::Busy(path.to_owned()))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(failed)?;
        let whole = bytes.iter().rposition(|&byte| byte == b'\n');
        let whole = whole.map_or(0, |at| at + 1);
        // Without a whole line, what there is tells whether it is the beginning of a log.
        let readable = match whole {
            0 => bytes.as_slice(),
            _ => &bytes[..whole],
        };
        let log = match RunLog::parse(readable) {
            Ok(_) if whole == 0 => return Ok(None),
            Ok(log) => log,
            Err(LogError::Empty | LogError::HeaderCut) => return Ok(None),
            Err(source) => {
                return Err(ResumeError::Log {
                    path: path.to_owned(),
                    source,
                });
            }
        };
        let differences = unlike(&log.header, header);
        if !differences.is_empty() {
            return Err(ResumeError::Other {
                path: path.to_owned(),
                differences,
            });
        }
        let footer = match log.footer {
            None => 0,
            Some(_) => last_line(&bytes[..whole]),
        };
        Ok(Some(Self {
            file,
            log,
            length: (whole - footer) as u64,
        }))
    }

    /// The tests whose results are missing, each with the number of the attempt that comes next.
    pub(crate) fn missing(&self, tests: Vec<Planned>, retries: u32) -> Vec<(Planned, u32)> {
        let mut next: HashMap<&TestId, u32> = HashMap::new();
        for record in &self.log.tests {
            let again = !record.result.is_expected() && record.attempt <= retries;
            next.insert(&record.id, if again { record.attempt + 1 } else { 0 });
        }
        tests
            .into_iter()
            .map(|planned| {
                let attempt = next.get(&planned.test.id).copied().unwrap_or(1);
                (planned, attempt)
            })
            .filter(|(_, attempt)| *attempt > 0)
            .collect()
    }

    /// What a listener hears of it.
    pub(crate) fn event(&self) -> Event {
        let unexpected = self.log.tests.iter().filter(|it| !it.result.is_expected());
        Event::RunResumed {
            tests: self.log.tests.len(),
            unexpected: unexpected.count(),
        }
    }

    /// The footer, if it stays.
    pub(crate) fn footer(&self) -> Option<&Footer> {
        self.log.footer.as_ref().filter(|footer| footer.complete)
    }
}

/// Keeps others from writing the log as long as this process has it open. Where the file system has
/// no locks, nobody is kept.
pub(crate) fn lock(file: &File) -> Result<(), ()> {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(()),
        Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
    }
}

/// How long the last line is, with the newline that ends it.
fn last_line(bytes: &[u8]) -> usize {
    let before = bytes.len().saturating_sub(1);
    let begin = bytes[..before].iter().rposition(|&byte| byte == b'\n');
    bytes.len() - begin.map_or(0, |at| at + 1)
}

//! `expectations/*.toml` beside a manifest: what is foreseen of our own suites on this runtime; and the
//! same for other suites, in files of the user's.
//!
//! ```toml
//! [[expect]]
//! test = "/url/host-idna.any.js"
//! version = "<24"                  # of the runtime, its first three numbers; every version when absent
//! os = ["linux", "macos"]          # likewise arch; all when absent
//! flags = ["nodejs_compat"]        # that the runtime was started with; `!` before what it was not
//! reason = "the IDNA tables are of Unicode 15"
//! issue = "https://example.com/issues/15"
//! fail = ["a label of Unicode 16"] # subtests, by name; likewise timeout, notrun, pass, intermittent
//!
//! [[expect]]
//! test = "/streams/*"              # `*` stands for any text
//! reason = "there are no streams"
//! all = "FAIL"                     # every subtest that no other entry names
//! status = "OK"                    # of the test as a whole; OK when absent
//!
//! [[expect]]
//! test = "/url/endless.any.js"
//! reason = "it takes the machine with it"
//! disabled = true                  # it is not run: the last resort
//! ```
//!
//! Of several entries for one subtest the last one counts, and one that names it counts before one
//! that says `all`.

mod condition;
mod entry;
mod own;
mod watch;

use serde::Deserialize;
use winterproof_model::{Expectation, ExpectedSubtest, Reason, TestId};

use crate::folder::AdapterFolder;
use crate::toml_file::{self, Lines, TomlError};

pub use self::condition::Situation;
use self::entry::RawEntry;
pub(crate) use self::entry::{Entry, applies, is_address, matches, number};
pub use self::own::{OwnExpectations, own_files};
pub use self::watch::Watch;

/// Everything that is foreseen of a runtime.
#[derive(Clone, Debug, Default)]
pub struct Expectations {
    pub(crate) entries: Vec<Entry>,
}

/// Expectations that can't be read.
#[derive(Debug, thiserror::Error)]
pub enum ExpectationsError {
    /// The system failed to read them.
    #[error("failed to read {path}: {source}")]
    Io {
        /// The file or folder.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder in one of the user's is of no runtime.
    #[error("{path}: there is no runtime of that name; known are {known}")]
    NoRuntime {
        /// The folder.
        path: String,
        /// The runtimes.
        known: String,
    },
    /// A file is wrong.
    #[error(transparent)]
    Toml(#[from] TomlError),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    expect: Vec<toml::Spanned<RawEntry>>,
}

impl Expectations {
    /// Reads all files of an adapter.
    pub fn load(folder: &AdapterFolder) -> Result<Self, ExpectationsError> {
        let mut all = Self::default();
        for (file, text) in folder.expectation_texts()? {
            all.add(&folder.shown(&file), &text)?;
        }
        Ok(all)
    }

    /// Adds the entries of the file at `path`.
    pub fn add(&mut self, path: &str, text: &str) -> Result<(), TomlError> {
        self.add_entries(path, text, false)
    }

    /// Adds the entries of a file for several runtimes.
    pub(crate) fn add_shared(&mut self, path: &str, text: &str) -> Result<(), TomlError> {
        self.add_entries(path, text, true)
    }

    fn add_entries(&mut self, path: &str, text: &str, shared: bool) -> Result<(), TomlError> {
        let file: RawFile = toml_file::parse(path, text)?;
        let mut lines = Lines::of(text);
        for raw in file.expect {
            let line = lines.line_of(raw.span().start);
            let raw = raw.into_inner();
            if let Some(problem) = raw.problem() {
                return Err(TomlError {
                    path: path.to_owned(),
                    line,
                    problem,
                });
            }
            self.entries.push(Entry {
                place: format!("{path}:{line}"),
                raw,
                shared,
            });
        }
        Ok(())
    }

    /// Adds entries that count before those there are.
    pub fn extend(&mut self, others: Self) {
        self.entries.extend(others.entries);
    }

    /// What is foreseen of `test` in that situation.
    pub fn of(&self, test: &TestId, situation: &Situation<'_>) -> Expectation {
        let mut expectation = Expectation::default();
        for entry in &self.entries {
            let raw = &entry.raw;
            if !entry.is_about(test) || !raw.applies(situation) {
                continue;
            }
            if raw.disabled.is_some() {
                expectation.disabled = Some(raw.reason());
            }
            if let Some(status) = raw.status {
                expectation.status = Some((status, raw.reason()));
            }
            let mut push = |name: Option<&String>, status, intermittent| {
                expectation.subtests.push(ExpectedSubtest {
                    name: name.cloned(),
                    status,
                    intermittent,
                    loose: entry.is_pattern() && name.is_some(),
                    reason: raw.reason(),
                });
            };
            if let Some(status) = raw.all {
                push(None, status, false);
            }
            for (names, status, intermittent) in raw.lists() {
                for name in names {
                    push(Some(name), status, intermittent);
                }
            }
        }
        expectation
    }

    /// Why `test` is not run on this machine, as far as that can be told before the runtime has answered:
    /// whatever its version and flags.
    pub fn disabled_here(&self, test: &TestId) -> Option<Reason> {
        let anyone = Situation {
            version: "",
            os: std::env::consts::OS,
            arch: std::env::consts::ARCH,
            flags: &[],
        };
        let says_so = |entry: &&Entry| {
            let raw = &entry.raw;
            raw.disabled.is_some()
                && !raw.asks_for_flags()
                && raw.applies(&anyone)
                && entry.is_about(test)
        };
        self.entries
            .iter()
            .rfind(says_so)
            .map(|one| one.raw.reason())
    }

    /// The places (file and line) of entries that match none of `tests`, in whatever situation.
    pub fn unused(&self, tests: &[TestId]) -> Vec<String> {
        self.entries
            .iter()
            .filter(|entry| !entry.is_about_any(tests))
            .map(|entry| entry.place.clone())
            .collect()
    }
}

#[cfg(test)]
mod tests;

//! `expectations/*.toml` beside a manifest: what is foreseen of our own suites on this runtime.
//!
//! ```toml
//! [[expect]]
//! test = "/url/host-idna.any.js"
//! version = "<24"                  # of the runtime; every version when absent
//! reason = "the IDNA tables are of Unicode 15"
//! fail = ["a label of Unicode 16"] # subtests, by name; likewise timeout, notrun, pass
//!
//! [[expect]]
//! test = "/streams/*"              # `*` stands for any text
//! reason = "there are no streams"
//! all = "FAIL"                     # every subtest that no other entry names
//! status = "OK"                    # of the test as a whole; OK when absent
//! ```
//!
//! Of several entries for one subtest the last one counts, and one that names it counts before one
//! that says `all`.

use semver::{Version, VersionReq};
use serde::Deserialize;
use winterproof_model::{Expectation, ExpectedSubtest, HarnessStatus, SubtestStatus, TestId};

use crate::folder::AdapterFolder;
use crate::toml_file::{self, TomlError};

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
    /// A file is wrong.
    #[error(transparent)]
    Toml(#[from] TomlError),
}

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Where it is written: file and line.
    pub(crate) place: String,
    pub(crate) raw: RawEntry,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    expect: Vec<toml::Spanned<RawEntry>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawEntry {
    pub(crate) test: String,
    pub(crate) reason: String,
    pub(crate) version: Option<VersionReq>,
    pub(crate) status: Option<HarnessStatus>,
    pub(crate) all: Option<SubtestStatus>,
    #[serde(default)]
    pub(crate) pass: Vec<String>,
    #[serde(default)]
    pub(crate) fail: Vec<String>,
    #[serde(default)]
    pub(crate) timeout: Vec<String>,
    #[serde(default)]
    pub(crate) notrun: Vec<String>,
    /// Subtests that fail now and then.
    #[serde(default)]
    pub(crate) intermittent: Vec<String>,
}

impl Expectations {
    /// Reads all files of an adapter.
    pub fn load(folder: &AdapterFolder) -> Result<Self, ExpectationsError> {
        let io = |path: &str, source| ExpectationsError::Io {
            path: folder.shown(path),
            source,
        };
        let mut all = Self::default();
        for file in folder
            .expectation_files()
            .map_err(|e| io("expectations", e))?
        {
            let text = folder.read_text(&file).map_err(|e| io(&file, e))?;
            all.add(&folder.shown(&file), &text)?;
        }
        Ok(all)
    }

    /// Adds the entries of the file at `path`.
    pub fn add(&mut self, path: &str, text: &str) -> Result<(), TomlError> {
        let file: RawFile = toml_file::parse(path, text)?;
        for raw in file.expect {
            let line = toml_file::line_of(text, raw.span().start);
            let raw = raw.into_inner();
            let failed = |problem: String| TomlError {
                path: path.to_owned(),
                line,
                problem,
            };
            if raw.reason.trim().is_empty() {
                return Err(failed("an expectation needs a reason".into()));
            }
            if !raw.test.starts_with('/') {
                return Err(failed(format!(
                    "test begins with '/', found {:?}",
                    raw.test
                )));
            }
            self.entries.push(Entry {
                place: format!("{path}:{line}"),
                raw,
            });
        }
        Ok(())
    }

    /// What is foreseen of `test` on a runtime of that version.
    pub fn of(&self, test: &TestId, version: &str) -> Expectation {
        let version = number(version);
        let mut expectation = Expectation::default();
        for entry in &self.entries {
            let raw = &entry.raw;
            if !entry.is_about(test) || !applies(raw.version.as_ref(), version.as_ref()) {
                continue;
            }
            if let Some(status) = raw.status {
                expectation.status = Some((status, raw.reason.clone()));
            }
            let mut push = |name: Option<&String>, status, intermittent| {
                expectation.subtests.push(ExpectedSubtest {
                    name: name.cloned(),
                    status,
                    intermittent,
                    reason: raw.reason.clone(),
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

    /// The places (file and line) of entries that match none of `tests`.
    pub fn unused(&self, tests: &[TestId]) -> Vec<String> {
        self.entries
            .iter()
            .filter(|entry| !tests.iter().any(|test| entry.is_about(test)))
            .map(|entry| entry.place.clone())
            .collect()
    }
}

impl Entry {
    /// Whether it is about `test`, on any version.
    pub(crate) fn is_about(&self, test: &TestId) -> bool {
        matches(&self.raw.test, test.as_str())
    }

    /// Whether it can be about several tests.
    pub(crate) fn is_pattern(&self) -> bool {
        self.raw.test.contains('*')
    }
}

impl RawEntry {
    /// The lists of names: how those end, and whether only now and then.
    pub(crate) fn lists(&self) -> [(&[String], SubtestStatus, bool); 5] {
        [
            (&self.pass, SubtestStatus::Pass, false),
            (&self.fail, SubtestStatus::Fail, false),
            (&self.timeout, SubtestStatus::Timeout, false),
            (&self.notrun, SubtestStatus::Notrun, false),
            (&self.intermittent, SubtestStatus::Fail, true),
        ]
    }

    /// Whether it is about a runtime of that version.
    pub(crate) fn applies(&self, version: &str) -> bool {
        applies(self.version.as_ref(), number(version).as_ref())
    }
}

/// Whether `text` is what `pattern` stands for. Only `*` is special in it: variants are full of what
/// globs and regular expressions give a meaning to.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let Some(last) = pieces.next_back() else {
        return rest.is_empty();
    };
    for piece in pieces {
        let Some(at) = rest.find(piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

/// A version without what stands behind its numbers, which would match no requirement.
pub(crate) fn number(version: &str) -> Option<Version> {
    let numbers = version.split(['-', '+', ' ']).next()?;
    Version::parse(numbers).ok()
}

pub(crate) fn applies(requirement: Option<&VersionReq>, version: Option<&Version>) -> bool {
    match (requirement, version) {
        (None, _) => true,
        (Some(requirement), Some(version)) => requirement.matches(version),
        (Some(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[[expect]]\ntest = \"/a/*\"\nreason = \"no a\"\nall = \"FAIL\"\n\n\
        [[expect]]\ntest = \"/a/b.any.js?x[1]\"\nversion = \"<24\"\nreason = \"old\"\nstatus = \"CRASH\"\n\
        pass = [\"works\"]\nintermittent = [\"sometimes\"]\n";

    fn expectations() -> Expectations {
        let mut expectations = Expectations::default();
        expectations.add("x.toml", TEXT).unwrap();
        expectations
    }

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, text, expected) in [
            ("/a/b.any.js", "/a/b.any.js", true),
            ("/a/b.any.js", "/a/b.any.js?1", false),
            ("/a/*", "/a/b/c.any.js?x*", true),
            ("/a/*", "/ab/c.any.js", false),
            ("*.js", "/a/b.any.js", true),
            ("/*/x*y.any.js", "/a/b/x-y.any.js", true),
            ("/*/x*y.any.js", "/a/b/y-x.any.js", false),
            ("/ab*ba", "/aba", false),
            ("/a*b*b", "/ab", false),
            ("/a**b", "/ab", true),
            ("/a[1].any.js?{x}", "/a[1].any.js?{x}", true),
            ("/a[1].any.js", "/a1.any.js", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn versions_and_patterns_decide() {
        let expectations = expectations();
        let id = |text: &str| text.parse::<TestId>().unwrap();
        let old = expectations.of(&id("/a/b.any.js?x[1]"), "22.1.0-nightly");
        assert_eq!(old.status, Some((HarnessStatus::Crash, "old".into())));
        assert_eq!(old.subtests.len(), 3);
        let new = expectations.of(&id("/a/b.any.js?x[1]"), "24.0.0");
        assert_eq!(new.status, None);
        assert_eq!(new.subtests.len(), 1);
        assert_eq!(
            expectations.of(&id("/b/b.any.js"), "24.0.0"),
            Expectation::default()
        );
        assert_eq!(expectations.unused(&[id("/a/c.any.js")]), ["x.toml:6"]);
    }

    #[test]
    fn mistakes_name_file_and_line() {
        let cases = [
            (
                "[[expect]]\ntest = \"/a\"\n",
                "x.toml:1: missing field `reason`",
            ),
            (
                "\n[[expect]]\ntest = \"/a\"\nreason = \" \"\n",
                "x.toml:2: an expectation needs",
            ),
            (
                "[[expect]]\ntest = \"a\"\nreason = \"r\"\n",
                "x.toml:1: test begins with",
            ),
            (
                "[[expect]]\ntest = \"/a\"\nreason = \"r\"\nfails = []\n",
                "x.toml:4: unknown field `fails`",
            ),
            (
                "[[expect]]\ntest = \"/a\"\nreason = \"r\"\nall = \"BAD\"\n",
                "x.toml:4: unknown variant `BAD`",
            ),
        ];
        for (text, start) in cases {
            let error = Expectations::default().add("x.toml", text).unwrap_err();
            assert!(error.to_string().starts_with(start), "{error}");
        }
    }
}

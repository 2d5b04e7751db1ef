//! What a foreign text says of tests, in the words of our format.

use std::collections::BTreeMap;

use winterproof_model::{HarnessStatus, Reason, SubtestStatus};

use crate::accept::wanted::{Claim, List, Why};

/// What something is said of. All paths have a leading slash.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum About {
    /// One test, by its id: `/url/a.any.worker.html?x`.
    Test(String),
    /// Every test that comes from a file: `/url/a.any.js`.
    File(String),
    /// Every test that comes from files with such names; `*` stands for any text.
    Files(String),
    /// Every test in a folder: `/url`.
    Folder(String),
}

impl About {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Test(text) | Self::File(text) | Self::Files(text) | Self::Folder(text) => text,
        }
    }
}

/// Something that is said.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) about: About,
    /// Nothing when all passes.
    pub(super) claims: BTreeMap<Claim, Why>,
}

impl Statement {
    /// Nothing so far: all passes.
    pub(super) fn new(path: &str, line: usize, about: About) -> Self {
        Self {
            path: path.to_owned(),
            line,
            about,
            claims: BTreeMap::new(),
        }
    }

    /// How the test as a whole ends.
    pub(super) fn status(&mut self, status: HarnessStatus, reason: &str) {
        self.claim(Claim::Status(status), reason);
    }

    /// How every subtest ends that is not named.
    pub(super) fn all(&mut self, status: SubtestStatus, reason: &str) {
        self.claim(Claim::All(status), reason);
    }

    /// How a subtest ends.
    pub(super) fn subtest(&mut self, list: List, name: &str, reason: &str) {
        self.claim(Claim::Named(list, name.to_owned()), reason);
    }

    /// Takes back what was said of a subtest.
    pub(super) fn unsay(&mut self, list: List, name: &str) {
        self.claims.remove(&Claim::Named(list, name.to_owned()));
    }

    fn claim(&mut self, claim: Claim, reason: &str) {
        let reason = Reason {
            text: one_line(reason),
            issue: None,
        };
        self.claims.insert(claim, Why::Given(reason));
    }
}

/// A reason as one line.
fn one_line(reason: &str) -> String {
    reason.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first of these that says something.
pub(super) fn first_said<'a>(texts: impl IntoIterator<Item = Option<&'a str>>) -> Option<&'a str> {
    let mut said = texts.into_iter().flatten();
    said.find(|text| !text.trim().is_empty())
}

//! What a foreign text says of tests, in the words of our format.

use std::collections::BTreeMap;

use winterproof_model::{HarnessStatus, Reason, SubtestStatus};

use crate::accept::wanted::{Claim, List, Why};
use crate::expectations::is_address;

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
    /// The operating systems on which it is so; empty for all.
    pub(super) systems: Vec<&'static str>,
    /// Why the test is not run.
    pub(super) disabled: Option<Reason>,
    /// The line that says that it is run, whatever is said of its file or its folders.
    pub(super) enabled: Option<usize>,
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
            systems: Vec::new(),
            disabled: None,
            enabled: None,
            claims: BTreeMap::new(),
        }
    }

    /// Whether it says nothing but that all passes.
    pub(super) fn is_empty(&self) -> bool {
        self.claims.is_empty() && self.disabled.is_none()
    }

    /// How the test as a whole ends.
    pub(super) fn status(&mut self, status: HarnessStatus, reason: &Reason) {
        self.claim(Claim::Status(status), reason);
    }

    /// How every subtest ends that is not named.
    pub(super) fn all(&mut self, status: SubtestStatus, reason: &Reason) {
        self.claim(Claim::All(status), reason);
    }

    /// How a subtest ends.
    pub(super) fn subtest(&mut self, list: List, name: &str, reason: &Reason) {
        self.claim(Claim::Named(list, name.to_owned()), reason);
    }

    /// Takes back what was said of a subtest.
    pub(super) fn unsay(&mut self, list: List, name: &str) {
        self.claims.remove(&Claim::Named(list, name.to_owned()));
    }

    fn claim(&mut self, claim: Claim, reason: &Reason) {
        self.claims.insert(claim, Why::Given(reason.clone()));
    }
}

/// A reason in one line. An address that it ends with is the issue; `otherwise` stands for a text that
/// is nothing else.
pub(super) fn because(text: &str, otherwise: &str) -> Reason {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", &text));
    let address = last.trim_matches(['(', ')', '<', '>', '[', ']', '.', ',', ';']);
    if !is_address(address) {
        let text = if text.is_empty() { otherwise } else { &text };
        return Reason {
            text: text.to_owned(),
            issue: None,
        };
    }
    let before = before.trim_end_matches([' ', ':', ',', ';', '-', '(', '<', '[']);
    let before = match before {
        "see" | "See" | "issue" | "bug" => "",
        before => before
            .strip_suffix(" see")
            .unwrap_or(before)
            .trim_end_matches(','),
    };
    Reason {
        text: if before.is_empty() { otherwise } else { before }.to_owned(),
        issue: Some(address.to_owned()),
    }
}

/// The first of these that says something.
pub(super) fn first_said<'a>(texts: impl IntoIterator<Item = Option<&'a str>>) -> Option<&'a str> {
    let mut said = texts.into_iter().flatten();
    said.find(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_at_the_end_is_the_issue() {
        for (text, reason, issue) in [
            ("no reader\n  yet", "no reader yet", None),
            ("", "otherwise", None),
            (
                "https://a.example/1",
                "otherwise",
                Some("https://a.example/1"),
            ),
            (
                "see https://a.example/1",
                "otherwise",
                Some("https://a.example/1"),
            ),
            (
                "no reader: https://a.example/1",
                "no reader",
                Some("https://a.example/1"),
            ),
            (
                "no reader (https://a.example/1).",
                "no reader",
                Some("https://a.example/1"),
            ),
            (
                "no reader, see https://a.example/1",
                "no reader",
                Some("https://a.example/1"),
            ),
            (
                "https://a.example/1 has it",
                "https://a.example/1 has it",
                None,
            ),
            ("https://", "https://", None),
        ] {
            let expected = Reason {
                text: reason.to_owned(),
                issue: issue.map(str::to_owned),
            };
            assert_eq!(because(text, "otherwise"), expected, "{text}");
        }
    }
}

//! One entry of a file: what may stand in it, and what it is about.

use std::collections::HashSet;

use semver::{Version, VersionReq};
use serde::Deserialize;
use url::Url;
use winterproof_model::{HarnessStatus, Reason, SubtestStatus, TestId};

use super::condition::{Conditions, Situation, Words};

/// An entry, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// File and line.
    pub(crate) place: String,
    pub(crate) raw: RawEntry,
    /// Whether it stands in a file for several runtimes.
    pub(crate) shared: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawEntry {
    pub(crate) test: String,
    pub(crate) version: Option<VersionReq>,
    os: Option<Words>,
    arch: Option<Words>,
    flags: Option<Words>,
    reason: String,
    issue: Option<String>,
    pub(crate) disabled: Option<bool>,
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

impl Entry {
    /// Whether it is about `test`, in any situation.
    pub(crate) fn is_about(&self, test: &TestId) -> bool {
        matches(&self.raw.test, test.as_str())
    }

    /// Whether it is about one of `tests`, in any situation.
    pub(crate) fn is_about_any<'a>(&self, tests: impl IntoIterator<Item = &'a TestId>) -> bool {
        tests.into_iter().any(|test| self.is_about(test))
    }

    /// Whether it can be about several tests.
    pub(crate) fn is_pattern(&self) -> bool {
        self.raw.test.contains('*')
    }

    /// Whether it says more than run logs can: it is somebody's own, whatever they say.
    pub(crate) fn is_by_hand(&self) -> bool {
        let Conditions {
            os, arch, flags, ..
        } = self.raw.conditions();
        self.shared || self.raw.disabled.is_some() || [os, arch, flags].iter().any(Option::is_some)
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

    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        self.lists().into_iter().flat_map(|(names, _, _)| names)
    }

    fn conditions(&self) -> Conditions<'_> {
        Conditions {
            version: self.version.as_ref(),
            os: self.os.as_ref(),
            arch: self.arch.as_ref(),
            flags: self.flags.as_ref(),
        }
    }

    /// Whether it asks how the runtime was started.
    pub(crate) fn asks_for_flags(&self) -> bool {
        self.flags.is_some()
    }

    /// Whether it holds in that situation.
    pub(crate) fn applies(&self, situation: &Situation<'_>) -> bool {
        self.conditions().hold_in(situation)
    }

    /// Why it is there.
    pub(crate) fn reason(&self) -> Reason {
        Reason {
            text: self.reason.clone(),
            issue: self.issue.clone(),
        }
    }

    /// What makes no sense in it.
    pub(super) fn problem(&self) -> Option<String> {
        if self.reason.trim().is_empty() {
            return Some("an expectation needs a reason".into());
        }
        if !self.test.starts_with('/') {
            return Some(format!("test begins with '/', found {:?}", self.test));
        }
        if let Some(issue) = &self.issue
            && !is_address(issue)
        {
            return Some(format!(
                "issue is an address that begins with https:// or http://, found {issue:?}"
            ));
        }
        let claims = self.status.is_some() || self.all.is_some() || self.names().next().is_some();
        match self.disabled {
            Some(false) => return Some("disabled is true or absent".into()),
            Some(true) if claims => {
                return Some(
                    "a disabled test is not run: nothing else can be foreseen of it".into(),
                );
            }
            None if !claims => {
                return Some(
                    "the entry foresees nothing: it needs status, all, a list of subtests or disabled"
                        .into(),
                );
            }
            Some(true) | None => {}
        }
        let mut seen = HashSet::new();
        if let Some(twice) = self.names().find(|name| !seen.insert(name.as_str())) {
            return Some(format!("the entry names {twice:?} twice"));
        }
        self.conditions().problem()
    }
}

pub(crate) fn is_address(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
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

/// The first three numbers of a version, of which the last may be missing; what stands behind them would
/// match no requirement. A date is year, month and day. `None` where it begins with no number.
pub(crate) fn number(version: &str) -> Option<Version> {
    let separator = match is_date(version) {
        true => '-',
        false => '.',
    };
    let mut numbers = [0; 3];
    let mut pieces = version.split(separator);
    for (at, number) in numbers.iter_mut().enumerate() {
        let piece = pieces.next().unwrap_or_default();
        let end = piece.find(|c: char| !c.is_ascii_digit());
        let digits = &piece[..end.unwrap_or(piece.len())];
        if digits.is_empty() && at > 0 {
            break;
        }
        *number = digits.parse().ok()?;
        if end.is_some() {
            break;
        }
    }
    let [major, minor, patch] = numbers;
    Some(Version::new(major, minor, patch))
}

/// Whether it begins as `2026-11-17` does.
fn is_date(version: &str) -> bool {
    let bytes = version.as_bytes();
    bytes.len() >= 10
        && bytes[..10].iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
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
    fn a_version_is_its_first_three_numbers() {
        for (text, expected) in [
            ("24.1.0", Some("24.1.0")),
            ("22.1.0-nightly.3", Some("22.1.0")),
            ("1.2.3+build.4", Some("1.2.3")),
            ("1.2.3 (release)", Some("1.2.3")),
            ("156.0.8078.108", Some("156.0.8078")),
            ("153.7.0esr", Some("153.7.0")),
            ("153.7esr", Some("153.7.0")),
            ("154.0a1", Some("154.0.0")),
            ("26.4", Some("26.4.0")),
            ("26", Some("26.0.0")),
            ("26-beta.7", Some("26.0.0")),
            ("1.2-rc.3", Some("1.2.0")),
            ("2026-11-17", Some("2026.11.17")),
            ("2026-01-05", Some("2026.1.5")),
            ("2026-01-05-beta", Some("2026.1.5")),
            ("today", None),
            ("v1.2.3", None),
            (".1", None),
            ("", None),
            ("99999999999999999999.1", None),
        ] {
            let number = number(text).map(|version| version.to_string());
            assert_eq!(number.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn an_issue_is_an_address_of_the_web() {
        for (text, expected) in [
            ("https://example.com/issues/1", true),
            ("http://localhost:8080/x", true),
            ("example.com/issues/1", false),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("#12", false),
        ] {
            assert_eq!(is_address(text), expected, "{text}");
        }
    }
}

//! The `// EXPECT:` comments of the suite that tests harnesses and hosts (`suites/self`).
//!
//! ```text
//! // EXPECT: ERROR ~ "part of the harness's message"
//! // EXPECT: FAIL "name of a subtest" ~ "part of its message"
//! // EXPECT-COUNT: PASS 10000
//! ```
//!
//! The first line is the status of the test as a whole. Names and messages are JSON strings. Every
//! subtest is listed, or counted by status; nothing else may be reported.

use std::fmt;

use winterproof_model::{HarnessStatus, SubtestStatus, TestResult, Verdict};

use crate::meta::MetaError;

/// How a test of `suites/self` says that it ends.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Header {
    /// The test as a whole.
    pub status: ExpectedEnd<HarnessStatus>,
    /// Its subtests, by name.
    pub subtests: Vec<(String, ExpectedEnd<SubtestStatus>)>,
    /// How many subtests have a status, where they are too many to be listed.
    pub counts: Vec<(SubtestStatus, u64)>,
}

/// A status, and a part of the message that comes with it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ExpectedEnd<S> {
    /// How it ends.
    pub status: S,
    /// What its message contains.
    pub message: Option<String>,
}

impl Header {
    /// Reads the comments of the file at `path`; `None` when it has none.
    pub fn parse(path: &str, text: &str) -> Result<Option<Self>, MetaError> {
        let mut status = None;
        let mut subtests = Vec::new();
        let mut counts = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let failed = |problem: String| MetaError {
                path: path.to_owned(),
                line: at + 1,
                problem,
            };
            if let Some(rest) = line.strip_prefix("// EXPECT-COUNT: ") {
                counts.push(count(rest).map_err(failed)?);
            } else if let Some(rest) = line.strip_prefix("// EXPECT: ") {
                match end(rest).map_err(failed)? {
                    (word, Some(name), message) => {
                        let status = subtest_status(word).map_err(failed)?;
                        subtests.push((name, ExpectedEnd { status, message }));
                    }
                    (word, None, message) if status.is_none() => {
                        let known = harness_status(word).map_err(failed)?;
                        status = Some(ExpectedEnd {
                            status: known,
                            message,
                        });
                    }
                    _ => return Err(failed("a second status for the whole test".into())),
                }
            }
        }
        match status {
            Some(status) => Ok(Some(Self {
                status,
                subtests,
                counts,
            })),
            None if subtests.is_empty() && counts.is_empty() => Ok(None),
            None => Err(MetaError {
                path: path.to_owned(),
                line: 1,
                problem: "no EXPECT line has the status of the whole test".into(),
            }),
        }
    }

    /// Gives the test and each of its subtests the verdict that follows from the header.
    pub fn judge(&self, result: &mut TestResult) {
        result.verdict = self
            .status
            .verdict(result.status, result.message.as_deref());
        let mut expected: Vec<&(String, ExpectedEnd<SubtestStatus>)> =
            self.subtests.iter().collect();
        let mut counts = self.counts.clone();
        for subtest in &mut result.subtests {
            let message = subtest.message.as_deref();
            subtest.verdict = match expected.iter().position(|(name, _)| *name == subtest.name) {
                Some(at) => expected.remove(at).1.verdict(subtest.status, message),
                None => match counts
                    .iter_mut()
                    .find(|(status, left)| *status == subtest.status && *left > 0)
                {
                    Some((_, left)) => {
                        *left -= 1;
                        Verdict::Expected
                    }
                    None => Verdict::Unexpected {
                        expected: "not to be reported".to_owned(),
                    },
                },
            };
        }
        result.missing = expected.into_iter().map(|(name, _)| name.clone()).collect();
        for (status, left) in counts {
            if left > 0 {
                result
                    .missing
                    .push(format!("{left} more subtests with {status}"));
            }
        }
    }
}

impl<S: PartialEq + fmt::Display> ExpectedEnd<S> {
    fn verdict(&self, status: S, message: Option<&str>) -> Verdict {
        let part = self.message.as_deref();
        let said = part.is_none_or(|part| message.is_some_and(|message| message.contains(part)));
        if self.status == status && said {
            return Verdict::Expected;
        }
        Verdict::Unexpected {
            expected: match part {
                Some(part) => format!("{} with a message that contains {part:?}", self.status),
                None => self.status.to_string(),
            },
        }
    }
}

fn harness_status(word: &str) -> Result<HarnessStatus, String> {
    HarnessStatus::ALL
        .into_iter()
        .find(|status| status.as_str() == word)
        .ok_or_else(|| format!("{word:?} is no status of a test"))
}

fn subtest_status(word: &str) -> Result<SubtestStatus, String> {
    SubtestStatus::ALL
        .into_iter()
        .find(|status| status.as_str() == word)
        .ok_or_else(|| format!("{word:?} is no status of a subtest"))
}

/// `STATUS ["name"] [~ "message"]`
fn end(text: &str) -> Result<(&str, Option<String>, Option<String>), String> {
    let text = text.trim();
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let rest = rest.trim();
    if rest.is_empty() {
        return Ok((word, None, None));
    }
    if let Some(message) = rest.strip_prefix('~') {
        return Ok((word, None, Some(json_string(message)?)));
    }
    // The name is a JSON string: the separator is looked for behind its closing quote.
    let close = closing_quote(rest).ok_or("the name is a JSON string in double quotes")?;
    let name = json_string(&rest[..=close])?;
    let behind = rest[close + 1..].trim();
    let message = match behind.strip_prefix('~') {
        Some(message) => Some(json_string(message)?),
        None if behind.is_empty() => None,
        None => return Err(format!("unexpected text behind the name: {behind:?}")),
    };
    Ok((word, Some(name), message))
}

fn closing_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' if at == 0 => {}
            _ if at == 0 => return None,
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at),
            _ => {}
        }
    }
    None
}

fn json_string(text: &str) -> Result<String, String> {
    serde_json::from_str(text.trim()).map_err(|error| format!("not a JSON string: {error}"))
}

fn count(text: &str) -> Result<(SubtestStatus, u64), String> {
    let (word, number) = text
        .trim()
        .split_once(' ')
        .ok_or("EXPECT-COUNT is a status and a number")?;
    let number = number
        .trim()
        .parse()
        .map_err(|_| format!("{number:?} is no number"))?;
    Ok((subtest_status(word)?, number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use winterproof_model::SubtestResult;

    const TEXT: &str = "// META: title=x\n// EXPECT: ERROR ~ \"boom\"\n// EXPECT: PASS \"a \\\"b\\\"\"\n\
        // EXPECT: FAIL \"c\" ~ \"why\"\n// EXPECT-COUNT: TIMEOUT 2\n";

    fn subtest(name: &str, status: SubtestStatus, message: &str) -> SubtestResult {
        SubtestResult {
            name: name.into(),
            status,
            message: Some(message.into()),
            stack: None,
            requirements: Vec::new(),
            verdict: Verdict::Expected,
        }
    }

    fn result() -> TestResult {
        let mut result = TestResult::bare(HarnessStatus::Error, "it went boom");
        result.subtests = vec![
            subtest("a \"b\"", SubtestStatus::Pass, ""),
            subtest("c", SubtestStatus::Fail, "that is why"),
            subtest("d", SubtestStatus::Timeout, ""),
            subtest("e", SubtestStatus::Timeout, ""),
        ];
        result
    }

    #[test]
    fn what_is_as_declared_is_expected() {
        let header = Header::parse("/a", TEXT).unwrap().unwrap();
        let mut result = result();
        header.judge(&mut result);
        assert!(result.is_expected(), "{result:?}");
    }

    #[test]
    fn each_kind_of_difference_is_unexpected() {
        let header = Header::parse("/a", TEXT).unwrap().unwrap();
        let changes: [fn(&mut TestResult); 7] = [
            |r| r.status = HarnessStatus::Ok,
            |r| r.message = Some("another".into()),
            |r| r.subtests[0].status = SubtestStatus::Fail,
            |r| r.subtests[1].message = None,
            |r| r.subtests[1].name = "other".into(),
            |r| r.subtests.truncate(3),
            |r| r.subtests.push(subtest("more", SubtestStatus::Pass, "")),
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut result = result();
            change(&mut result);
            header.judge(&mut result);
            assert!(!result.is_expected(), "change {at}");
        }
    }

    #[test]
    fn a_mistake_names_its_line() {
        for line in [
            "// EXPECT: MAYBE",
            "// EXPECT: PASS name",
            "// EXPECT-COUNT: PASS many",
        ] {
            let error = Header::parse("/a", &format!("\n{line}\n")).unwrap_err();
            assert!(error.to_string().starts_with("/a:2: "), "{error}");
        }
        assert!(Header::parse("/a", "// EXPECT: PASS \"a\"").is_err());
        assert_eq!(Header::parse("/a", "test(() => {});").unwrap(), None);
    }
}

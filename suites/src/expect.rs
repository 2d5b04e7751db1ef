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

use winterproof_model::{HarnessStatus, SubtestResult, SubtestStatus, TestResult};

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

/// A comment that can't be read.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{path}:{line}: {problem}")]
pub struct ExpectError {
    path: String,
    line: usize,
    problem: String,
}

impl Header {
    /// Reads the comments of the file at `path`; `None` when it has none.
    pub fn parse(path: &str, text: &str) -> Result<Option<Self>, ExpectError> {
        let mut status = None;
        let mut subtests = Vec::new();
        let mut counts = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let failed = |problem: String| ExpectError {
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
            None => Err(ExpectError {
                path: path.to_owned(),
                line: 1,
                problem: "no EXPECT line has the status of the whole test".into(),
            }),
        }
    }

    /// What of `result` is not as the header says, each a sentence; empty when all is.
    pub fn differences(&self, result: &TestResult) -> Vec<String> {
        let mut differences = Vec::new();
        let shown = |status: &str, message: &Option<String>| match message {
            Some(message) => format!("{status} ({message})"),
            None => status.to_owned(),
        };
        if !self.status.covers(result.status, result.message.as_deref()) {
            differences.push(format!(
                "the test ended with {}, expected {}",
                shown(result.status.as_str(), &result.message),
                shown(self.status.status.as_str(), &self.status.message)
            ));
        }
        let mut seen: Vec<&SubtestResult> = result.subtests.iter().collect();
        for (name, expected) in &self.subtests {
            match seen.iter().position(|subtest| subtest.name == *name) {
                None => differences.push(format!("subtest {name:?} was not reported")),
                Some(at) => {
                    let subtest = seen.remove(at);
                    if !expected.covers(subtest.status, subtest.message.as_deref()) {
                        differences.push(format!(
                            "subtest {name:?} ended with {}, expected {}",
                            shown(subtest.status.as_str(), &subtest.message),
                            shown(expected.status.as_str(), &expected.message)
                        ));
                    }
                }
            }
        }
        for &(status, expected) in &self.counts {
            let before = seen.len();
            seen.retain(|subtest| subtest.status != status);
            let counted = (before - seen.len()) as u64;
            if counted != expected {
                differences.push(format!(
                    "{counted} subtests ended with {status}, expected {expected}"
                ));
            }
        }
        for subtest in seen {
            differences.push(format!("subtest {:?} was not expected", subtest.name));
        }
        differences
    }
}

impl<S: PartialEq> ExpectedEnd<S> {
    fn covers(&self, status: S, message: Option<&str>) -> bool {
        self.status == status
            && self
                .message
                .as_deref()
                .is_none_or(|part| message.is_some_and(|message| message.contains(part)))
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
    use winterproof_model::Verdict;

    const TEXT: &str = "// META: title=x\n// EXPECT: ERROR ~ \"boom\"\n// EXPECT: PASS \"a \\\"b\\\"\"\n\
        // EXPECT: FAIL \"c\" ~ \"why\"\n// EXPECT-COUNT: TIMEOUT 2\n";

    fn subtest(name: &str, status: SubtestStatus, message: &str) -> SubtestResult {
        SubtestResult {
            name: name.into(),
            status,
            message: Some(message.into()),
            stack: None,
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
    fn what_is_as_declared_has_no_differences() {
        let header = Header::parse("/a", TEXT).unwrap().unwrap();
        assert_eq!(header.differences(&result()), Vec::<String>::new());
    }

    #[test]
    fn each_kind_of_difference_is_seen() {
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
            assert!(!header.differences(&result).is_empty(), "change {at}");
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

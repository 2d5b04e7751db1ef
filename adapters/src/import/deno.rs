//! Deno's expectations.
//!
//! ```json
//! { "api": { "headers": { "a.any.html": true,
//!                         "b.any.html": false,
//!                         "c.any.worker.html": { "expectedFailures": ["a subtest"] },
//!                         "d.any.html?x": { "ignore": true } } } }
//! ```
//!
//! Folders in folders, and tests by the last part of their ids. `true`: all passes. `false`: no subtest
//! passes, or the test does not come to its end. A list is what `expectedFailures` was before. The file
//! `expectations/fetch.json` is about `/fetch`, the file `expectation.json` about everything.
//!
//! Source: `tests/wpt/runner/expectations/schema.json` and `tests/wpt/wpt.ts` of
//! <https://github.com/denoland/deno>.

use winterproof_model::{Reason, SubtestStatus};

use super::literal::{self, Item, Member, Value};
use super::names::below;
use super::statement::{About, Statement, because};
use super::{Found, ImportError, ImportOptions, ImportSource};
use crate::accept::wanted::List;

/// The keys of an entry for one test.
const KEYS: [&str; 3] = ["ignore", "expectedFailures", "flaky"];

pub(super) fn read(
    source: ImportSource<'_>,
    options: &ImportOptions<'_>,
    found: &mut Found,
) -> Result<(), ImportError> {
    let root = match source.path.replace('\\', "/").rsplit('/').next() {
        Some("expectation.json") if options.under.is_none() => String::new(),
        _ => format!("/{}", below(source, options, &["expectations"], ".json")),
    };
    let mut reader = Deno {
        source,
        reason: because(&source.reason(options), "imported"),
        found,
    };
    let members = literal::json(source)?;
    reader.folder(root.trim_end_matches('/'), members)
}

struct Deno<'a> {
    source: ImportSource<'a>,
    reason: Reason,
    found: &'a mut Found,
}

impl Deno<'_> {
    fn folder(&mut self, folder: &str, members: Vec<Member>) -> Result<(), ImportError> {
        for Member { key, line, node } in members {
            let path = format!("{folder}/{key}");
            let about = match is_test(&key) {
                true => About::Test(path.clone()),
                false => About::Folder(path.clone()),
            };
            match node.value {
                Value::Map(inner) if is_test(&key) || is_entry(&inner) => {
                    self.entry(line, about, inner)?;
                }
                Value::Map(inner) => self.folder(&path, inner)?,
                Value::Bool(true) if key == "ignore" => {
                    let about = About::Folder(folder.to_owned());
                    let mut statement = Statement::new(self.source.path, line, about);
                    statement.disabled = Some(self.reason.clone());
                    self.found.statements.push(statement);
                }
                Value::Bool(false) if key == "ignore" => {}
                Value::Bool(passes) => {
                    let mut statement = Statement::new(self.source.path, line, about);
                    if !passes {
                        statement.all(SubtestStatus::Fail, &self.reason);
                    }
                    self.found.statements.push(statement);
                }
                Value::List(items) => {
                    let mut statement = Statement::new(self.source.path, line, about);
                    self.failures(&mut statement, items)?;
                    self.found.statements.push(statement);
                }
                other => {
                    let due = "true, false, a list of subtests or an object";
                    return Err(self.source.due(due, node.line, &other));
                }
            }
        }
        Ok(())
    }

    fn entry(
        &mut self,
        line: usize,
        about: About,
        members: Vec<Member>,
    ) -> Result<(), ImportError> {
        let mut statement = Statement::new(self.source.path, line, about);
        let test = statement.about.as_str().to_owned();
        for Member { key, line, node } in members {
            match (key.as_str(), node.value) {
                ("ignore", Value::Bool(ignored)) => {
                    statement.disabled = ignored.then(|| self.reason.clone());
                }
                ("expectedFailures", Value::List(items)) => self.failures(&mut statement, items)?,
                ("flaky", Value::Bool(flaky)) => {
                    if flaky {
                        self.found.lose(
                            self.source.path,
                            line,
                            format!("{test} is flaky"),
                            "it is not said which subtests are; `run --retries 3` repeats it as Deno does",
                        );
                    }
                }
                ("expectedFailures", other) => {
                    return Err(self.wrong(node.line, &key, "a list of subtests", &other));
                }
                ("ignore" | "flaky", other) => {
                    return Err(self.wrong(node.line, &key, "true or false", &other));
                }
                _ => self.found.lose_key(self.source.path, line, &test, &key),
            }
        }
        self.found.statements.push(statement);
        Ok(())
    }

    fn failures(&mut self, statement: &mut Statement, items: Vec<Item>) -> Result<(), ImportError> {
        for item in items {
            let name = self.source.subtest(item.node)?;
            statement.subtest(List::Fail, &name, &self.reason);
        }
        Ok(())
    }

    fn wrong(&self, line: usize, key: &str, due: &str, found: &Value) -> ImportError {
        let found = found.kind();
        self.source
            .error(line, format!("{key:?} is {due}, found {found}"))
    }
}

/// Whether a key is the last part of a test's id, and no folder.
fn is_test(key: &str) -> bool {
    let path = key.split(['?', '#']).next().unwrap_or_default();
    [".html", ".htm", ".xhtml", ".xht", ".svg", ".js"]
        .iter()
        .any(|ending| path.ends_with(ending))
}

/// Whether an object is what is said of a folder as a whole.
fn is_entry(members: &[Member]) -> bool {
    let plain = |member: &Member| {
        KEYS.contains(&member.key.as_str()) && !matches!(member.node.value, Value::Map(_))
    };
    !members.is_empty() && members.iter().all(plain)
}

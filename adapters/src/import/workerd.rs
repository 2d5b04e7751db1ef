//! workerd's test configurations.
//!
//! ```ts
//! import { type TestRunnerConfig } from 'harness/harness';
//! export default {
//!   'a.any.js': {},
//!   'b.any.js': {
//!     comment: 'why',
//!     expectedFailures: ['a subtest', /^others/],
//!     disabledTests: ['a third'],
//!   },
//!   'c.any.js': { comment: 'why', omittedTests: true },
//! } satisfies TestRunnerConfig;
//! ```
//!
//! Files by their paths below the folder of web-platform-tests that the configuration is named after:
//! `src/wpt/fetch/api-test.ts` is about `fetch/api`. `true` stands for all subtests. Comments in a list
//! say more about what comes behind them, up to the next one.
//!
//! Source: `src/wpt/harness/harness.ts` of <https://github.com/cloudflare/workerd>; `skipAllTests` and
//! `skippedTests` are what `omittedTests` was before.

use winterproof_model::SubtestStatus;

use super::literal::{self, Item, Member, Value};
use super::names::{below, join};
use super::statement::{About, Statement, because, first_said};
use super::{Found, ImportError, ImportOptions, ImportSource};
use crate::accept::wanted::List;

/// Why nothing stands for a regular expression.
const PATTERN: &str = "subtests are named one by one; `winterproof accept` does it after a run";

/// What configures the run of a test and says nothing about how it ends.
const OF_NO_MATTER: [&str; 2] = ["verbose", "only"];

/// What has the test run otherwise than it is.
const CHANGES: [&str; 4] = ["before", "after", "replace", "runInGlobalScope"];

pub(super) fn read(
    source: ImportSource<'_>,
    options: &ImportOptions<'_>,
    found: &mut Found,
) -> Result<(), ImportError> {
    let folder = below(source, options, &["wpt"], "-test.ts");
    let mut reader = Workerd {
        source,
        reason: source.reason(options),
        found,
    };
    for Member { key, line, node } in literal::module(source)? {
        let about = About::File(format!("/{}", join(&folder, &key)));
        reader.test(line, about, source.members(node)?)?;
    }
    Ok(())
}

struct Workerd<'a> {
    source: ImportSource<'a>,
    reason: String,
    found: &'a mut Found,
}

impl Workerd<'_> {
    fn test(&mut self, line: usize, about: About, members: Vec<Member>) -> Result<(), ImportError> {
        let file = about.as_str().to_owned();
        let mut statement = Statement::new(self.source.path, line, about);
        let comment = literal::text(&members, "comment");
        let reason = first_said([comment, Some(&*self.reason)])
            .unwrap_or_default()
            .to_owned();
        let own = comment.is_some();
        for Member { key, line, node } in members {
            match (key.as_str(), node.value) {
                (_, Value::Null | Value::Bool(false)) | ("comment", Value::Text(_)) => {}
                ("expectedFailures", Value::Bool(true)) => {
                    statement.all(SubtestStatus::Fail, &because(&reason, &self.reason));
                }
                ("expectedFailures", Value::List(items)) => {
                    self.failures(&mut statement, &reason, own, items)?;
                }
                ("disabledTests" | "omittedTests" | "skipAllTests", Value::Bool(true)) => {
                    statement.disabled = Some(because(&reason, &self.reason));
                }
                ("disabledTests" | "omittedTests" | "skippedTests", Value::List(items)) => {
                    for item in items {
                        let line = item.node.line;
                        let name = self.name(&item)?;
                        let what = format!("{file} is run without {name}: {reason}");
                        self.lose(line, what, super::NOT_RUN);
                    }
                }
                (key, _) if OF_NO_MATTER.contains(&key) => {}
                (key, _) if CHANGES.contains(&key) => {
                    let what = format!("{file} is run with {key:?}");
                    self.lose(
                        line,
                        what,
                        "a test is run as it is; its subtests may end otherwise",
                    );
                }
                (
                    "comment" | "expectedFailures" | "disabledTests" | "omittedTests"
                    | "skippedTests" | "skipAllTests",
                    other,
                ) => {
                    let problem = format!("{key:?} can't be {}", other.kind());
                    return Err(self.source.error(node.line, problem));
                }
                _ => self.found.lose_key(self.source.path, line, &file, &key),
            }
        }
        self.found.statements.push(statement);
        Ok(())
    }

    /// `own` tells whether the reason is somebody's words, which comments in the list add to.
    fn failures(
        &mut self,
        statement: &mut Statement,
        reason: &str,
        own: bool,
        items: Vec<Item>,
    ) -> Result<(), ImportError> {
        let mut group: Option<String> = None;
        for item in items {
            if item.above.is_some() {
                group.clone_from(&item.above);
            }
            let more = item.beside.as_ref().or(group.as_ref());
            let why = match more {
                Some(more) if own => format!("{reason}: {more}"),
                Some(more) => more.clone(),
                None => reason.to_owned(),
            };
            match &item.node.value {
                Value::Text(name) => {
                    statement.subtest(List::Fail, name, &because(&why, &self.reason));
                }
                _ => {
                    let line = item.node.line;
                    let name = self.name(&item)?;
                    let what = format!("{name} of {} don't pass: {why}", statement.about.as_str());
                    self.lose(line, what, PATTERN);
                }
            }
        }
        Ok(())
    }

    /// What stands for a subtest, or several.
    fn name(&self, item: &Item) -> Result<String, ImportError> {
        match &item.node.value {
            Value::Text(name) => Ok(format!("the subtest {name:?}")),
            Value::Pattern(pattern) => Ok(format!("subtests like {pattern}")),
            other => {
                let due = "a subtest's name or a regular expression";
                Err(self.source.due(due, item.node.line, other))
            }
        }
    }

    fn lose(&mut self, line: usize, what: String, why: &str) {
        self.found.lose(self.source.path, line, what, why);
    }
}

//! Node.js' status files.
//!
//! ```json
//! { "a.any.js": { "fail": { "note": "why", "expected": ["a subtest"], "flaky": ["another"] } },
//!   "b.window.js": { "skip": "why" },
//!   "idl*.any.js": { "requires": ["full-icu"], "skipTests": ["a third"] } }
//! ```
//!
//! Files by their paths below the module, which is the path of the status file below `status`; what is
//! said of a file holds for all its variants. In a path with `*`, that stands for any text. `flaky` are
//! subtests that may fail or pass. Three names are of the test as a whole: a runner of Node's makes them
//! up.
//!
//! Source: `test/common/wpt.js` of <https://github.com/nodejs/node>.

use winterproof_model::{HarnessStatus, Reason, SubtestStatus};

use super::literal::{self, Member, Node, Value};
use super::names::{below, join};
use super::statement::{About, Statement, because, first_said};
use super::{Found, ImportError, ImportFormat, ImportOptions, ImportSource};
use crate::accept::wanted::List;

pub(super) fn read(
    source: ImportSource<'_>,
    options: &ImportOptions<'_>,
    found: &mut Found,
) -> Result<(), ImportError> {
    if ImportFormat::Node.is_program(source.path) {
        let mut error = source.error(1, "is a program, not data");
        error.help = Some(print_it(source.path, options));
        return Err(error);
    }
    let module = below(source, options, &["status"], ".json");
    let mut reader = Status {
        source,
        reason: source.reason(options),
        found,
    };
    for Member { key, line, node } in literal::json(source)? {
        let path = format!("/{}", join(&module, key.trim_start_matches("./")));
        let about = match key.contains('*') {
            true => About::Files(path),
            false => About::File(path),
        };
        reader.entry(line, about, source.members(node)?)?;
    }
    Ok(())
}

/// How to get data out of a program.
fn print_it(path: &str, options: &ImportOptions<'_>) -> String {
    let module = options.under.map_or_else(
        || {
            let path = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
            let below = path.rsplit_once("status/").map(|(_, below)| below);
            below.unwrap_or("MODULE").to_owned()
        },
        str::to_owned,
    );
    format!(
        "print what it exports, with the runtime that it is about, and import that: \
         node -p 'JSON.stringify(require(\"./{path}\"), null, 2)' > status.json; \
         winterproof import node status.json --under {module}"
    )
}

struct Status<'a> {
    source: ImportSource<'a>,
    reason: String,
    found: &'a mut Found,
}

impl Status<'_> {
    fn entry(
        &mut self,
        line: usize,
        about: About,
        members: Vec<Member>,
    ) -> Result<(), ImportError> {
        let file = about.as_str().to_owned();
        let mut statement = Statement::new(self.source.path, line, about);
        let comment = literal::text(&members, "comment").unwrap_or_default();
        let reason = because(comment, &self.reason);
        for Member { key, line, node } in members {
            match (key.as_str(), node.value) {
                ("fail", Value::Text(why)) => {
                    statement.all(SubtestStatus::Fail, &because(&why, &reason.text));
                }
                ("fail", Value::Map(fail)) => self.fail(&mut statement, &reason, fail)?,
                ("skip", Value::Text(why)) => {
                    statement.disabled = Some(because(&why, &reason.text));
                }
                ("skip", Value::Bool(false)) | ("comment", Value::Text(_)) => {}
                ("skipTests", Value::List(items)) => {
                    for item in items {
                        self.skipped(&file, &item.node);
                    }
                }
                ("requires", Value::List(items)) => {
                    let words = items.iter().filter_map(|item| match &item.node.value {
                        Value::Text(word) => Some(word.as_str()),
                        _ => None,
                    });
                    let words = words.collect::<Vec<_>>().join(", ");
                    let what = format!("{file} runs only in builds with {words}");
                    self.lose(line, what, "no condition is about how a runtime was built");
                }
                ("fail" | "skip" | "skipTests" | "requires" | "comment", other) => {
                    let problem = format!("{key:?} can't be {}", other.kind());
                    return Err(self.source.error(node.line, problem));
                }
                _ => self.found.lose_key(self.source.path, line, &file, &key),
            }
        }
        self.found.statements.push(statement);
        Ok(())
    }

    fn fail(
        &mut self,
        statement: &mut Statement,
        reason: &Reason,
        members: Vec<Member>,
    ) -> Result<(), ImportError> {
        let note = first_said([literal::text(&members, "note")]);
        let note = note.map(|note| because(note, &reason.text));
        let reason = note.as_ref().unwrap_or(reason);
        let mut flaky = Vec::new();
        for Member { key, line, node } in members {
            match (key.as_str(), node.value) {
                ("note", Value::Text(_)) => {}
                ("expected", Value::List(items)) => {
                    for item in items {
                        let name = self.source.subtest(item.node)?;
                        match name.as_str() {
                            "WPT testharness timeout" | "Incomplete" => {
                                statement.status(HarnessStatus::Timeout, reason);
                            }
                            "WPT test harness error" => {
                                statement.status(HarnessStatus::Error, reason);
                            }
                            _ => statement.subtest(List::Fail, &name, reason),
                        }
                    }
                }
                ("flaky", Value::List(items)) => {
                    for item in items {
                        flaky.push(self.source.subtest(item.node)?);
                    }
                }
                ("note" | "expected" | "flaky", other) => {
                    let problem = format!("{key:?} of \"fail\" can't be {}", other.kind());
                    return Err(self.source.error(node.line, problem));
                }
                _ => {
                    let what = format!(
                        "{} has the key {key:?} in \"fail\"",
                        statement.about.as_str()
                    );
                    self.lose(line, what, "it is none that is known");
                }
            }
        }
        for name in flaky {
            statement.unsay(List::Fail, &name);
            statement.subtest(List::Intermittent, &name, reason);
        }
        Ok(())
    }

    fn skipped(&mut self, file: &str, node: &Node) {
        let name = match &node.value {
            Value::Text(name) => format!("the subtest {name:?}"),
            Value::Pattern(pattern) => format!("subtests like {pattern}"),
            _ => "subtests like a regular expression that JSON can't hold".to_owned(),
        };
        let what = format!("{file} is run without {name}");
        self.lose(node.line, what, super::NOT_RUN);
    }

    fn lose(&mut self, line: usize, what: String, why: &str) {
        self.found.lose(self.source.path, line, what, why);
    }
}

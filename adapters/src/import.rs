//! Expectation files of other runners, turned into ours.
//!
//! A reader for each format (one file each below) makes [`Statement`]s of a text: what it says of a
//! test, a file or a folder. `gather` finds the tests that they are about as this harness names them,
//! `merge` brings together what is said of one, and `write` makes entries of them with what also writes
//! for [`accept`](crate::accept()). What a format says and ours can't is [`Lost`], with the place where it
//! stands; nothing is left out silently. A text that is not of the format is refused.
//!
//! Does no I/O. Does not own: our format (`expectations`).

mod condition;
mod decide;
mod deno;
mod gather;
mod ini;
mod literal;
mod merge;
mod names;
mod node;
mod scan;
mod statement;
mod systems;
mod workerd;
mod wptreport;
mod wptrunner;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use winterproof_model::{Scope, TestId};

use self::literal::{Member, Node, Value};
use self::statement::Statement;

/// Why nothing stands for a subtest that is not run.
const NOT_RUN: &str = "all subtests are run; give it an entry if it does not pass";

/// Whose expectations a text is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ImportFormat {
    /// Deno's `tests/wpt/runner/expectations/*.json`, and the one `expectation.json` before them.
    Deno,
    /// Node.js' `test/wpt/status/**/*.json`.
    Node,
    /// workerd's `src/wpt/**/*-test.ts`.
    Workerd,
    /// wptrunner's metadata, `**/*.ini`.
    Wptrunner,
    /// A `wptreport.json`: results, which become what is expected.
    Wptreport,
}

impl ImportFormat {
    /// How the names of its files end.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Deno | Self::Node | Self::Wptreport => &[".json"],
            Self::Workerd => &["-test.ts"],
            Self::Wptrunner => &[".ini"],
        }
    }

    /// Whether a file of that name would be a program that has to be run to know what it says.
    pub fn is_program(self, path: &str) -> bool {
        let programs = [".cjs", ".js", ".mjs"];
        self == Self::Node && programs.iter().any(|ending| path.ends_with(ending))
    }
}

/// A text to import.
#[derive(Clone, Copy, Debug)]
pub struct ImportSource<'a> {
    /// Its path, for people, and for what it tells about the place of the tests.
    pub path: &'a str,
    /// The path inside the folder that was named, or the file's name.
    pub inside: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// What the texts themselves don't tell.
#[derive(Clone, Debug)]
pub struct ImportOptions<'a> {
    /// The folder of web-platform-tests that the files are about.
    pub under: Option<&'a str>,
    /// The reason of what has none in the files.
    pub reason: Option<&'a str>,
    /// The scopes that the tests will run in, best first.
    pub scopes: &'a [Scope],
    /// The tests that there are, where that is known.
    pub known: Option<&'a [TestId]>,
    /// What is so of the runtime, for conditions: `debug`, `product` and so on. `os` is one of
    /// [`import_systems`].
    pub given: &'a BTreeMap<String, String>,
}

/// What came of the texts.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Imported {
    /// The text of an expectation file of ours.
    pub text: String,
    /// How many of its entries' tests, or patterns of them, it is about.
    pub tests: usize,
    /// How many subtests it names.
    pub subtests: usize,
    /// How many tests the texts say pass altogether, of which nothing has to be written.
    pub passing: usize,
    /// What did not carry over.
    pub lost: Vec<Lost>,
    /// What was given and no condition asked for.
    pub unasked: Vec<String>,
}

/// Something that a text says and that did not carry over.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Lost {
    /// The file.
    pub path: String,
    /// The line, from 1; 0 where the format has no lines.
    pub line: usize,
    /// What it is about, and what it says.
    pub what: String,
    /// Why it did not.
    pub why: String,
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            what,
            why,
        } = self;
        match line {
            0 => write!(f, "{path}: {what}: {why}"),
            _ => write!(f, "{path}:{line}: {what}: {why}"),
        }
    }
}

/// A text that is not what it should be.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{path}:{line}: {problem}")]
pub struct ImportError {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do, where that is known.
    pub help: Option<String>,
}

/// Makes one expectation file of all texts.
pub fn import(
    format: ImportFormat,
    sources: &[ImportSource<'_>],
    options: &ImportOptions<'_>,
) -> Result<Imported, ImportError> {
    let mut found = Found::default();
    let mut each = |read: Reader| {
        let mut sources = sources.iter();
        sources.try_for_each(|source| read(*source, options, &mut found))
    };
    match format {
        ImportFormat::Deno => each(deno::read),
        ImportFormat::Node => each(node::read),
        ImportFormat::Workerd => each(workerd::read),
        ImportFormat::Wptrunner => each(wptrunner::read),
        // Several reports are several runs of the same tests.
        ImportFormat::Wptreport => wptreport::read(sources, options, &mut found),
    }?;
    let given = options.given.keys();
    let unasked = given.filter(|name| !found.asked.contains(*name)).cloned();
    let unasked = unasked.collect();
    let gathered = gather::gather(found, options);
    Ok(Imported {
        unasked,
        ..write::write(gathered, sources)
    })
}

/// The operating systems by wptrunner's words for them, which conditions on `os` ask for.
pub fn import_systems() -> impl Iterator<Item = &'static str> {
    systems::SYSTEMS.into_iter().map(|(theirs, _)| theirs)
}

/// What reads one text.
type Reader = fn(ImportSource<'_>, &ImportOptions<'_>, &mut Found) -> Result<(), ImportError>;

/// What the readers find.
#[derive(Debug, Default)]
struct Found {
    statements: Vec<Statement>,
    lost: Vec<Lost>,
    /// The variables that conditions ask for.
    asked: BTreeSet<String>,
}

impl Found {
    /// Notes what can't carry over.
    fn lose(&mut self, path: &str, line: usize, what: String, why: &str) {
        self.lost.push(Lost {
            path: path.to_owned(),
            line,
            what,
            why: why.to_owned(),
        });
    }

    /// Notes a key that no format has, in what is said of something.
    fn lose_key(&mut self, path: &str, line: usize, of: &str, key: &str) {
        let what = format!("{of} has the key {key:?}");
        self.lose(path, line, what, "it is none that is known");
    }
}

impl ImportSource<'_> {
    fn error(&self, line: usize, problem: impl Into<String>) -> ImportError {
        ImportError {
            path: self.path.to_owned(),
            line,
            problem: problem.into(),
            help: None,
        }
    }

    /// That something else stands where `due` has to.
    fn due(&self, due: &str, line: usize, found: &Value) -> ImportError {
        self.error(line, format!("{due} is due here, found {}", found.kind()))
    }

    /// The members of an object.
    fn members(&self, node: Node) -> Result<Vec<Member>, ImportError> {
        match node.value {
            Value::Map(members) => Ok(members),
            other => Err(self.due("an object", node.line, &other)),
        }
    }

    /// The name of a subtest.
    fn subtest(&self, node: Node) -> Result<String, ImportError> {
        match node.value {
            Value::Text(name) => Ok(name),
            other => Err(self.due("the name of a subtest", node.line, &other)),
        }
    }

    /// The reason of what has none of its own.
    fn reason(&self, options: &ImportOptions<'_>) -> String {
        options.reason.map_or_else(
            || {
                let name = self.path.rsplit('/').next().unwrap_or(self.path);
                format!("imported from {name}")
            },
            str::to_owned,
        )
    }
}

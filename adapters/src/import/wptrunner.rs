//! wptrunner's metadata, as browsers keep it.
//!
//! A file lies where its test file lies and is named like that, with `.ini` behind it. In it are sections
//! of tests, by the last part of their ids, and in those, sections of subtests. `__dir__.ini` is about a
//! folder. The first of several statuses is the usual one, the others are known to come now and then.
//!
//! A condition is decided by what is given (`--given debug=false`), and for each operating system in turn.
//! What depends on something else does not carry over.
//!
//! Source: `tools/wptrunner/docs/expectation.rst` of <https://github.com/web-platform-tests/wpt>.

use std::collections::BTreeMap;

use winterproof_model::{HarnessStatus, Reason, Scope, TestId};

use super::decide::{self, Decided};
use super::ini::{self, Case, Key, Section};
use super::names::{below, join};
use super::statement::{About, Statement, because, first_said};
use super::systems::Systems;
use super::{Found, ImportError, ImportOptions, ImportSource};
use crate::accept::wanted::List;
use crate::expectations::is_address;

/// Why nothing stands for what depends on something.
const UNDECIDED: &str = "`--given NAME=VALUE` decides it";

/// The keys that say how something ends, or why.
const KEYS: [&str; 3] = ["expected", "disabled", "bug"];

pub(super) fn read(
    source: ImportSource<'_>,
    options: &ImportOptions<'_>,
    found: &mut Found,
) -> Result<(), ImportError> {
    let name = source.inside.rsplit(['/', '\\']).next().unwrap_or_default();
    let path = below(source, options, &["meta", "metadata"], ".ini");
    let folder = match options.under {
        // The file's own name is then not in it, unless it came from a folder.
        Some(under) if path == under.trim_matches('/') => path.clone(),
        _ => path
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder)
            .to_owned(),
    };
    let mut reader = Metadata {
        source,
        options,
        reason: source.reason(options),
        found,
    };
    let file = ini::parse(source)?;
    let about = match name {
        "__dir__.ini" => About::Folder(format!("/{folder}")),
        _ => {
            let name = name.strip_suffix(".ini").unwrap_or(name);
            About::File(format!("/{}", join(&folder, name)))
        }
    };
    reader.defaults(&about, &file);
    for section in &file.sections {
        let id = format!("/{}", join(&folder, &section.name));
        let unsaid = reader.window(&id).filter(|window| {
            let same = |section: &Section| window[1..] == join(&folder, &section.name);
            !file.sections.iter().any(same)
        });
        reader.test(About::Test(id), section, unsaid.as_deref());
    }
    Ok(())
}

struct Metadata<'a> {
    source: ImportSource<'a>,
    options: &'a ImportOptions<'a>,
    reason: String,
    found: &'a mut Found,
}

/// What is said of one test: a statement for each set of systems.
struct OfTest<'a> {
    path: &'a str,
    line: usize,
    about: About,
    statements: BTreeMap<Systems, Statement>,
}

impl<'a> OfTest<'a> {
    fn new(source: ImportSource<'a>, line: usize, about: About) -> Self {
        Self {
            path: source.path,
            line,
            about,
            statements: BTreeMap::new(),
        }
    }

    fn on(&mut self, systems: &Systems) -> &mut Statement {
        self.statements.entry(systems.clone()).or_insert_with(|| {
            let mut statement = Statement::new(self.path, self.line, self.about.clone());
            statement.systems.clone_from(systems);
            statement
        })
    }
}

impl Metadata<'_> {
    /// What stands above all sections.
    fn defaults(&mut self, about: &About, file: &Section) {
        let what = about.as_str().to_owned();
        let line = file.key("disabled").map_or(1, |key| key.line);
        let mut of_all = OfTest::new(self.source, line, about.clone());
        self.disabled(&mut of_all, file, None);
        self.found
            .statements
            .extend(of_all.statements.into_values());
        if let Some(key) = file.key("expected") {
            let what = format!("all tests of {what} have an expected status");
            self.lose(key.line, what, "it is not said of which tests and subtests");
        }
        self.others(&what, file);
    }

    /// The test in a window that stands, like this one in a worker, for one in a runtime's own global.
    fn window(&self, id: &str) -> Option<String> {
        let scopes = self.options.scopes;
        let test: TestId = id.parse().ok()?;
        let source = test.source();
        let stands = test.scope() == Scope::DedicatedWorker
            && source.ends_with(".any.js")
            && scopes.contains(&Scope::Shell)
            && !scopes.contains(&Scope::DedicatedWorker);
        let window = TestId::new(&source, Scope::Window, test.variant()).ok()?;
        stands.then(|| String::from(window))
    }

    /// `unsaid` is the test in a window that would stand for it as well, and of which nothing is said.
    fn test(&mut self, about: About, section: &Section, unsaid: Option<&str>) {
        let id = about.as_str().to_owned();
        let mut test = OfTest::new(self.source, section.line, about);
        // That it passes is said even where nothing else is.
        test.on(&Vec::new());
        self.disabled(&mut test, section, unsaid);
        self.others(&id, section);
        for (systems, case, reason) in self.expected(&id, section, None) {
            self.status(test.on(&systems), case, &reason);
        }
        for subtest in &section.sections {
            let what = format!("the subtest {:?} of {id}", subtest.name);
            if let Some(key) = subtest.key("disabled") {
                self.lose(key.line, format!("{what} is disabled"), super::NOT_RUN);
            }
            self.others(&what, subtest);
            if let Some(inner) = subtest.sections.first() {
                let what = format!("{what} has the section {:?}", inner.name);
                self.lose(inner.line, what, "a subtest has no parts");
            }
            for (systems, case, reason) in self.expected(&what, subtest, Some(section)) {
                self.subtest(test.on(&systems), &what, subtest, case, &reason);
            }
        }
        self.found.statements.extend(test.statements.into_values());
    }

    fn status(&mut self, statement: &mut Statement, case: &Case, reason: &Reason) {
        let id = statement.about.as_str().to_owned();
        let [usual, others @ ..] = &case.values[..] else {
            return;
        };
        match usual.as_str() {
            "OK" | "PASS" | "SKIP" | "PRECONDITION_FAILED" => {}
            "ERROR" => statement.status(HarnessStatus::Error, reason),
            "TIMEOUT" => statement.status(HarnessStatus::Timeout, reason),
            "CRASH" => statement.status(HarnessStatus::Crash, reason),
            other => {
                let what = format!("{id} ends with {other}");
                self.lose(case.line, what, "no test as a whole ends so here");
            }
        }
        if !others.is_empty() {
            let what = format!("{id} sometimes ends with {}", others.join(", "));
            self.lose(
                case.line,
                what,
                "a test as a whole has one status; its subtests can be intermittent",
            );
        }
    }

    fn subtest(
        &mut self,
        statement: &mut Statement,
        what: &str,
        section: &Section,
        case: &Case,
        reason: &Reason,
    ) {
        let mut statuses: Vec<&str> = case.values.iter().map(String::as_str).collect();
        statuses.sort_unstable();
        statuses.dedup();
        let list = match statuses[..] {
            [] | ["PASS" | "PRECONDITION_FAILED" | "SKIP"] => return,
            ["FAIL"] => List::Fail,
            ["TIMEOUT"] => List::Timeout,
            ["NOTRUN"] => List::Notrun,
            ["FAIL", "PASS"] => List::Intermittent,
            _ => {
                let what = format!("{what} ends with {}", statuses.join(" or "));
                self.lose(case.line, what, "no list of subtests is for that");
                return;
            }
        };
        statement.subtest(list, &section.name, reason);
    }

    /// The expected statuses, each with the systems on which it is that, and its reason: what a comment
    /// says, and the bug.
    fn expected<'a>(
        &mut self,
        what: &str,
        section: &'a Section,
        test: Option<&Section>,
    ) -> Vec<(Systems, &'a Case, Reason)> {
        let Some(key) = section.key("expected") else {
            return Vec::new();
        };
        let bug = [Some(section), test]
            .into_iter()
            .flatten()
            .find_map(|section| {
                let cases = &section.key("bug")?.cases;
                Some(cases.first()?.values.join(", "))
            });
        let above = first_said([
            section.above.as_deref(),
            test.and_then(|test| test.above.as_deref()),
        ]);
        let decided = self.decide(key, |on| format!("how {what} ends depends on {on}"));
        let reasoned = decided.into_iter().map(|(systems, case)| {
            let comment = first_said([case.comment.as_deref(), above]).unwrap_or_default();
            (systems, case, self.because(comment, bug.as_deref()))
        });
        reasoned.collect()
    }

    /// A reason of a comment and a bug.
    fn because(&self, comment: &str, bug: Option<&str>) -> Reason {
        let mut reason = because(comment, &self.reason);
        match bug {
            None => {}
            Some(bug) if is_address(bug) => reason.issue = Some(bug.to_owned()),
            Some(bug) if comment.trim().is_empty() => reason.text = format!("bug {bug}"),
            Some(bug) => reason.text = format!("{} (bug {bug})", reason.text),
        }
        reason
    }

    fn disabled(&mut self, test: &mut OfTest<'_>, section: &Section, unsaid: Option<&str>) {
        let Some(key) = section.key("disabled") else {
            return;
        };
        let what = test.about.as_str().to_owned();
        let decided = self.decide(key, |on| {
            format!("whether {what} is disabled depends on {on}")
        });
        for (systems, case) in decided {
            if case.values == ["@False"] {
                test.on(&systems).enabled = Some(case.line);
            } else if let Some(window) = unsaid {
                let what = format!("{what} is disabled");
                let why = format!("nothing is said of {window}, which runs");
                self.lose(case.line, what, &why);
            } else {
                let why = case.values.join(", ");
                test.on(&systems).disabled = Some(because(&why, &self.reason));
            }
        }
    }

    fn others(&mut self, what: &str, section: &Section) {
        for key in &section.keys {
            if !KEYS.contains(&key.name.as_str()) {
                let what = format!("{what} has the key {:?}", key.name);
                self.lose(key.line, what, "it says nothing about how something ends");
            }
        }
    }

    /// The values of a key and the systems on which it is that; what is open is lost, as `open` says.
    fn decide<'a>(
        &mut self,
        key: &'a Key,
        open: impl Fn(&str) -> String,
    ) -> Vec<(Systems, &'a Case)> {
        let words = decide::words(key).into_iter().map(str::to_owned);
        self.found.asked.extend(words);
        let mut decided = Vec::new();
        for (way, systems) in decide::decide(key, self.options.given) {
            match way {
                Decided::Case(case) => decided.push((systems, case)),
                Decided::Absent => {}
                Decided::Open(on) => {
                    let what = match systems.is_empty() {
                        true => open(&on),
                        false => format!("{} on {}", open(&on), systems.join(", ")),
                    };
                    self.lose(key.line, what, UNDECIDED);
                }
            }
        }
        decided
    }

    fn lose(&mut self, line: usize, what: String, why: &str) {
        self.found.lose(self.source.path, line, what, why);
    }
}

//! wptrunner's metadata, as browsers keep it.
//!
//! A file lies where its test file lies and is named like that, with `.ini` behind it. In it are sections
//! of tests, by the last part of their ids, and in those, sections of subtests. `__dir__.ini` is about a
//! folder. The first of several statuses is the usual one, the others are known to come now and then.
//!
//! A condition is decided by what is given (`--given debug=false`). What depends on something else does
//! not carry over.
//!
//! Source: `tools/wptrunner/docs/expectation.rst` of <https://github.com/web-platform-tests/wpt>.

use winterproof_model::HarnessStatus;

use super::ini::{self, Case, Key, Section};
use super::names::{below, join};
use super::statement::{About, Statement, first_said};
use super::{Found, ImportError, ImportOptions, ImportSource};
use crate::accept::wanted::List;

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
        Some(_) if path == options.under.unwrap_or_default().trim_matches('/') => path.clone(),
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
        reader.test(About::Test(id), section);
    }
    Ok(())
}

struct Metadata<'a> {
    source: ImportSource<'a>,
    options: &'a ImportOptions<'a>,
    reason: String,
    found: &'a mut Found,
}

/// What a key comes to.
enum Decided<'a> {
    /// This value.
    Case(&'a Case),
    /// None at all.
    Absent,
    /// That depends on these variables.
    Open(String),
}

impl Metadata<'_> {
    /// What stands above all sections.
    fn defaults(&mut self, about: &About, file: &Section) {
        let what = about.as_str();
        self.disabled(what, file);
        if let Some(key) = file.key("expected") {
            let what = format!("all tests of {what} have an expected status");
            self.lose(key.line, what, "it is not said of which tests and subtests");
        }
        self.others(what, file);
    }

    fn test(&mut self, about: About, section: &Section) {
        let id = about.as_str().to_owned();
        let mut statement = Statement::new(self.source.path, section.line, about);
        self.disabled(&id, section);
        self.others(&id, section);
        if let Some((case, reason)) = self.expected(&id, section, None) {
            self.status(&mut statement, case, &reason);
        }
        for subtest in &section.sections {
            let what = format!("the subtest {:?} of {id}", subtest.name);
            self.disabled(&what, subtest);
            self.others(&what, subtest);
            if let Some(inner) = subtest.sections.first() {
                let what = format!("{what} has the section {:?}", inner.name);
                self.lose(inner.line, what, "a subtest has no parts");
            }
            if let Some((case, reason)) = self.expected(&what, subtest, Some(section)) {
                self.subtest(&mut statement, &what, subtest, case, &reason);
            }
        }
        self.found.statements.push(statement);
    }

    fn status(&mut self, statement: &mut Statement, case: &Case, reason: &str) {
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
        reason: &str,
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

    /// The expected status and its reason: the comment, or else the bug.
    fn expected<'a>(
        &mut self,
        what: &str,
        section: &'a Section,
        test: Option<&Section>,
    ) -> Option<(&'a Case, String)> {
        let key = section.key("expected")?;
        let case = match self.decide(key) {
            Decided::Case(case) => case,
            Decided::Absent => return None,
            Decided::Open(on) => {
                let what = format!("how {what} ends depends on {on}");
                self.lose(key.line, what, super::UNDECIDED);
                return None;
            }
        };
        let bug = [Some(section), test]
            .into_iter()
            .flatten()
            .find_map(|section| match self.decide(section.key("bug")?) {
                Decided::Case(case) => Some(format!("bug {}", case.values.join(", "))),
                _ => None,
            });
        let reason = first_said([
            case.comment.as_deref(),
            bug.as_deref(),
            section.above.as_deref(),
            test.and_then(|test| test.above.as_deref()),
            Some(&self.reason),
        ]);
        Some((case, reason.unwrap_or_default().to_owned()))
    }

    fn disabled(&mut self, what: &str, section: &Section) {
        let Some(key) = section.key("disabled") else {
            return;
        };
        match self.decide(key) {
            Decided::Case(case) if case.values != ["@False"] => {
                let what = format!("{what} is disabled: {}", case.values.join(", "));
                self.lose(case.line, what, super::NOT_RUN);
            }
            Decided::Case(_) | Decided::Absent => {}
            Decided::Open(on) => {
                let what = format!("whether {what} is disabled depends on {on}");
                self.lose(key.line, what, super::UNDECIDED);
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

    fn decide<'a>(&self, key: &'a Key) -> Decided<'a> {
        let known = |name: &str| self.options.given.get(name).cloned();
        for case in &key.cases {
            match &case.condition {
                None => return Decided::Case(case),
                Some(condition) => match condition.holds(&known) {
                    Some(true) => return Decided::Case(case),
                    Some(false) => {}
                    None => {
                        let words = condition.words().into_iter();
                        let open = words.filter(|word| known(word).is_none());
                        return Decided::Open(open.collect::<Vec<_>>().join(", "));
                    }
                },
            }
        }
        Decided::Absent
    }

    fn lose(&mut self, line: usize, what: String, why: &str) {
        self.found.lose(self.source, line, what, why);
    }
}

//! Which tests of ours foreign statements are about.
//!
//! A file `a.any.js` makes a test in each scope, and a runtime runs it in one of them. In a runtime's own
//! global (`shell`) the test is `/a.any.js`; runners that know no such scope call it `/a.any.html` or
//! `/a.any.worker.html`, or both. In the scopes of browsers a test is what its id says.

use std::collections::BTreeMap;

use winterproof_model::{Reason, Scope, TestId};

use super::statement::{About, Statement};
use super::{Found, ImportOptions, Lost};
use crate::accept::wanted::{Claim, List, Why};

/// What is to be written.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// What is said of each test, or of all tests that a pattern stands for, on each set of systems.
    pub(super) tests: BTreeMap<String, BTreeMap<Systems, Foretold>>,
    /// Tests of which only was said that all passes.
    pub(super) passing: usize,
    pub(super) lost: Vec<Lost>,
}

/// Operating systems; none stand for all.
pub(super) type Systems = Vec<&'static str>;

/// What is said of a test.
#[derive(Debug, Default)]
pub(super) struct Foretold {
    /// Why it is not run; nothing is claimed then.
    pub(super) disabled: Option<Reason>,
    pub(super) claims: BTreeMap<Claim, Why>,
}

/// How well a foreign test stands for one of ours; less is better.
type Rank = usize;

/// A statement about a test of ours.
type Said = (Rank, Statement);

pub(super) fn gather(found: Found, options: &ImportOptions<'_>) -> Gathered {
    let mut gathered = Gathered {
        lost: found.lost,
        ..Gathered::default()
    };
    let mut said: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for statement in found.statements {
        match targets(&statement.about, options) {
            Ok((rank, targets)) => {
                for target in targets {
                    let of_test = said.entry(target).or_default();
                    of_test.push((rank, statement.clone()));
                }
            }
            // What has nothing to say is no loss, and what is run nowhere need not be disabled.
            Err(_) if statement.is_empty() => {}
            Err(Elsewhere::NotRun(_)) if statement.disabled.is_some() => {}
            Err(Elsewhere::NotRun(why) | Elsewhere::Gone(why)) => {
                gathered.lost.push(lost(statement, why));
            }
        }
    }
    for (test, statements) in said {
        let foretold = gathered.merge(&test, statements);
        if foretold.is_empty() {
            gathered.passing += 1;
        } else {
            gathered.tests.insert(test, foretold);
        }
    }
    gathered.lost.sort();
    gathered.lost.dedup();
    gathered
}

impl Gathered {
    /// What the statements say together: those that stand for the test best.
    fn merge(&mut self, test: &str, statements: Vec<Said>) -> BTreeMap<Systems, Foretold> {
        let best = statements.iter().map(|(rank, _)| *rank).min().unwrap_or(0);
        let (best, others): (Vec<Said>, Vec<Said>) =
            statements.into_iter().partition(|(rank, _)| *rank == best);
        let mut all: BTreeMap<Systems, Foretold> = BTreeMap::new();
        let mut name = String::new();
        for (_, statement) in &best {
            statement.about.as_str().clone_into(&mut name);
            let foretold = all.entry(statement.systems.clone()).or_default();
            foretold.add(statement);
        }
        for (_, statement) in others {
            let same = match all.get(&statement.systems) {
                Some(foretold) => foretold.says_the_same(&statement),
                None => statement.is_empty(),
            };
            if !same {
                let why = format!("{test} runs in one scope, and {name} says otherwise");
                self.lost.push(lost(statement, why));
            }
        }
        for (_, statement) in best {
            let foretold = all.get(&statement.systems);
            let disabled = foretold.is_some_and(|foretold| foretold.disabled.is_some());
            if disabled && !statement.claims.is_empty() {
                let why = "it is disabled, and nothing else can be said of it".to_owned();
                self.lost.push(lost(statement, why));
            }
        }
        for foretold in all.values_mut() {
            if foretold.disabled.is_some() {
                foretold.claims.clear();
            }
        }
        all.retain(|_, foretold| foretold.disabled.is_some() || !foretold.claims.is_empty());
        all
    }
}

impl Foretold {
    fn add(&mut self, statement: &Statement) {
        if self.disabled.is_none() {
            self.disabled.clone_from(&statement.disabled);
        }
        for (claim, why) in &statement.claims {
            // The last word on a subtest counts; no entry may name it twice.
            if let Claim::Named(_, name) = claim {
                for list in List::ALL {
                    self.claims.remove(&Claim::Named(list, name.clone()));
                }
            }
            self.claims.insert(claim.clone(), why.clone());
        }
    }

    fn says_the_same(&self, statement: &Statement) -> bool {
        statement.claims.keys().eq(self.claims.keys())
            && statement.disabled.is_some() == self.disabled.is_some()
    }
}

fn lost(statement: Statement, why: String) -> Lost {
    let subtests = statement.claims.len();
    Lost {
        path: statement.path,
        line: statement.line,
        what: match subtests {
            0 if statement.disabled.is_some() => {
                format!("{} is disabled", statement.about.as_str())
            }
            0 => format!("{} passes", statement.about.as_str()),
            1 => format!("{} has an expectation", statement.about.as_str()),
            _ => format!("{} has {subtests} expectations", statement.about.as_str()),
        },
        why,
    }
}

/// Why nothing of ours is what a statement is about.
enum Elsewhere {
    /// Tests of that kind are not run.
    NotRun(String),
    /// It is known which tests there are, and it is not among them.
    Gone(String),
}

/// The ids, or the patterns, of the tests that something is about.
fn targets(about: &About, options: &ImportOptions<'_>) -> Result<(Rank, Vec<String>), Elsewhere> {
    let (rank, targets) = match about {
        About::Test(id) => test(id, options)?,
        About::File(path) => (0, file(path, options)?),
        About::Files(path) => (0, files(path, options)),
        About::Folder(path) => (0, vec![format!("{}/*", path.trim_end_matches('/'))]),
    };
    let Some(known) = options.known else {
        return Ok((rank, targets));
    };
    let there = |target: &String| {
        let matches = |id: &TestId| crate::expectations::matches(target, id.as_str());
        match target.contains('*') {
            true => known.iter().any(matches),
            false => known.binary_search_by(|id| id.as_str().cmp(target)).is_ok(),
        }
    };
    let targets: Vec<String> = targets.into_iter().filter(there).collect();
    match targets.is_empty() {
        true => Err(Elsewhere::Gone(
            "there is no such test in the root".to_owned(),
        )),
        false => Ok((rank, targets)),
    }
}

fn test(id: &str, options: &ImportOptions<'_>) -> Result<(Rank, Vec<String>), Elsewhere> {
    let test: TestId = id.parse().map_err(|_| of_no_kind(id))?;
    let scope = test.scope();
    if options.scopes.contains(&scope) {
        return Ok((0, vec![id.to_owned()]));
    }
    let source = test.source();
    let rank = match scope {
        Scope::Window => 1,
        Scope::DedicatedWorker => 2,
        Scope::Shell | Scope::SharedWorker | Scope::ServiceWorker => 3,
    };
    if source.ends_with(".any.js") {
        if scope == Scope::Shell {
            return Ok((rank, in_scopes(&source, test.variant(), options)));
        }
        if rank < 3 && options.scopes.contains(&Scope::Shell) {
            let targets = TestId::new(&source, Scope::Shell, test.variant());
            return Ok((rank, targets.into_iter().map(String::from).collect()));
        }
    }
    Err(elsewhere(scope))
}

fn file(path: &str, options: &ImportOptions<'_>) -> Result<Vec<String>, Elsewhere> {
    // Any scope will do to find out what kind of file it is.
    let test = TestId::new(path, Scope::Shell, "").map_err(|_| of_no_kind(path))?;
    let scope = test.scope();
    if !path.ends_with(".any.js") && !options.scopes.contains(&scope) {
        return Err(elsewhere(scope));
    }
    if let Some(known) = options.known {
        let of_file = known.iter().filter(|id| id.source() == path);
        return Ok(of_file.map(TestId::to_string).collect());
    }
    Ok(in_scopes(path, "", options))
}

fn in_scopes(source: &str, variant: &str, options: &ImportOptions<'_>) -> Vec<String> {
    let scopes = options.scopes.iter();
    let mut ids: Vec<String> = scopes
        .filter_map(|scope| TestId::new(source, *scope, variant).ok())
        .map(String::from)
        .collect();
    ids.dedup();
    ids
}

/// The patterns for tests of files with a `*` in their path: their variants are among them.
fn files(path: &str, options: &ImportOptions<'_>) -> Vec<String> {
    let mut patterns: Vec<String> = match path.ends_with(".any.js") {
        true => in_scopes(path, "", options),
        false => vec![path.to_owned()],
    };
    for pattern in &mut patterns {
        if !pattern.ends_with('*') {
            pattern.push('*');
        }
    }
    patterns
}

fn of_no_kind(test: &str) -> Elsewhere {
    let path = test.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('/').next().unwrap_or_default();
    Elsewhere::NotRun(match ending.split_once('.') {
        Some((_, ending)) if ending.ends_with("js") => {
            format!("a file *.{ending} is no test of .any.js, .window.js or .worker.js")
        }
        _ => "only tests of .any.js, .window.js and .worker.js are run".to_owned(),
    })
}

fn elsewhere(scope: Scope) -> Elsewhere {
    Elsewhere::NotRun(format!(
        "tests in the scope {scope} are none of those that the runtime runs (`--scope {scope}` takes them)"
    ))
}

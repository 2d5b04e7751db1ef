//! Which tests of ours foreign statements are about.
//!
//! A file `a.any.js` makes a test in each scope, and a runtime runs it in one of them. In a runtime's own
//! global (`shell`) the test is `/a.any.js`; runners that know no such scope call it `/a.any.html` or
//! `/a.any.worker.html`, or both. In the scopes of browsers a test is what its id says.

use std::collections::BTreeMap;

use winterproof_model::{Scope, TestId};

use super::statement::{About, Statement};
use super::{Found, ImportOptions, Lost};
use crate::accept::wanted::{Claim, Why};

/// What is to be written.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// What is said of each test, or of all tests that a pattern stands for.
    pub(super) tests: BTreeMap<String, BTreeMap<Claim, Why>>,
    /// Tests of which only was said that all passes.
    pub(super) passing: usize,
    pub(super) lost: Vec<Lost>,
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
                    said.entry(target)
                        .or_default()
                        .push((rank, statement.clone()));
                }
            }
            // What has nothing to say is no loss.
            Err(_) if statement.claims.is_empty() => {}
            Err(why) => gathered.lost.push(lost(statement, why)),
        }
    }
    for (test, statements) in said {
        let claims = gathered.merge(&test, statements);
        if claims.is_empty() {
            gathered.passing += 1;
        } else {
            gathered.tests.insert(test, claims);
        }
    }
    gathered.lost.sort();
    gathered.lost.dedup();
    gathered
}

impl Gathered {
    /// What the statements say together: those that stand for the test best.
    fn merge(&mut self, test: &str, statements: Vec<Said>) -> BTreeMap<Claim, Why> {
        let best = statements.iter().map(|(rank, _)| *rank).min().unwrap_or(0);
        let (best, others): (Vec<Said>, Vec<Said>) =
            statements.into_iter().partition(|(rank, _)| *rank == best);
        let mut claims: BTreeMap<Claim, Why> = BTreeMap::new();
        let mut name = String::new();
        for (_, statement) in best {
            statement.about.as_str().clone_into(&mut name);
            for (claim, why) in statement.claims {
                if let Claim::Named(_, name) = &claim {
                    claims.retain(
                        |other, _| !matches!(other, Claim::Named(_, other) if other == name),
                    );
                }
                claims.insert(claim, why);
            }
        }
        for (_, statement) in others {
            if !statement.claims.keys().eq(claims.keys()) {
                let why = format!("{test} runs in one scope, and {name} says otherwise");
                self.lost.push(lost(statement, why));
            }
        }
        claims
    }
}

fn lost(statement: Statement, why: String) -> Lost {
    let subtests = statement.claims.len();
    Lost {
        path: statement.path,
        line: statement.line,
        what: match subtests {
            0 => format!("{} passes", statement.about.as_str()),
            1 => format!("{} has an expectation", statement.about.as_str()),
            _ => format!("{} has {subtests} expectations", statement.about.as_str()),
        },
        why,
    }
}

/// The ids, or the patterns, of the tests that something is about.
fn targets(about: &About, options: &ImportOptions<'_>) -> Result<(Rank, Vec<String>), String> {
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
        true => Err("there is no such test in the root".to_owned()),
        false => Ok((rank, targets)),
    }
}

fn test(id: &str, options: &ImportOptions<'_>) -> Result<(Rank, Vec<String>), String> {
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

fn file(path: &str, options: &ImportOptions<'_>) -> Result<Vec<String>, String> {
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

fn of_no_kind(test: &str) -> String {
    let path = test.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('/').next().unwrap_or_default();
    match ending.split_once('.') {
        Some((_, ending)) if ending.ends_with("js") => {
            format!("a file *.{ending} is no test of .any.js, .window.js or .worker.js")
        }
        _ => "only tests of .any.js, .window.js and .worker.js are run".to_owned(),
    }
}

fn elsewhere(scope: Scope) -> String {
    format!(
        "tests in the scope {scope} are none of those that the runtime runs (`--scope {scope}` takes them)"
    )
}

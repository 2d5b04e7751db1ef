//! Which tests of ours foreign statements are about.
//!
//! A file `a.any.js` makes a test in each scope, and a runtime runs it in one of them. In a runtime's own
//! global (`shell`) the test is `/a.any.js`; runners that know no such scope call it `/a.any.html` or
//! `/a.any.worker.html`, or both. In the scopes of browsers a test is what its id says.

use std::collections::BTreeMap;

use winterproof_model::{Scope, TestId};

use super::merge::{Foretold, Rank, Said, WINDOW, is_against, merge, still_disabled, told};
use super::statement::{About, Statement};
use super::systems::Systems;
use super::{Found, ImportOptions, Lost};

/// What is to be written.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// What is said of each test, or of all tests that a pattern stands for, on each set of systems.
    pub(super) tests: BTreeMap<String, BTreeMap<Systems, Foretold>>,
    /// Tests of which only was said that all passes.
    pub(super) passing: usize,
    pub(super) lost: Vec<Lost>,
}

pub(super) fn gather(found: Found, options: &ImportOptions<'_>) -> Gathered {
    let mut gathered = Gathered {
        lost: found.lost,
        ..Gathered::default()
    };
    let statements = found.statements.iter();
    let enabled: Vec<About> = statements
        .filter(|statement| statement.enabled.is_some())
        .filter(|statement| targets(&statement.about, options).is_ok())
        .map(|statement| statement.about.clone())
        .collect();
    let mut said: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for statement in found.statements {
        let targets = match one_by_one(&statement, &enabled, options) {
            Some(targets) => Ok((0, targets)),
            None => targets(&statement.about, options),
        };
        match targets {
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
                gathered.lost.push(told(&statement, why));
            }
        }
    }
    if !enabled.is_empty() {
        gathered.lost.extend(under_patterns(&said));
    }
    for (test, statements) in said {
        let passes = statements.iter().any(|(_, statement)| {
            let of_test = matches!(statement.about, About::Test(_));
            statement.is_empty() && (of_test || statement.enabled.is_none())
        });
        let foretold = merge(&test, statements, &mut gathered.lost);
        if !foretold.is_empty() {
            gathered.tests.insert(test, foretold);
        } else if passes {
            gathered.passing += 1;
        }
    }
    gathered.lost.sort();
    gathered.lost.dedup();
    gathered
}

/// The tests in a folder, where it is known which there are and not all of them are enabled or
/// disabled together.
fn one_by_one(
    statement: &Statement,
    enabled: &[About],
    options: &ImportOptions<'_>,
) -> Option<Vec<String>> {
    let About::Folder(path) = &statement.about else {
        return None;
    };
    let folder = format!("{}/", path.trim_end_matches('/'));
    let is_inside =
        |about: &About| about.as_str().starts_with(&folder) && about != &statement.about;
    if statement.enabled.is_none() && !enabled.iter().any(is_inside) {
        return None;
    }
    let known = options.known?.iter().map(TestId::as_str);
    let inside: Vec<String> = known
        .filter(|id| id.starts_with(&folder))
        .map(str::to_owned)
        .collect();
    (!inside.is_empty()).then_some(inside)
}

/// What is enabled and stays disabled, as an entry for all tests of a folder names no exceptions.
fn under_patterns(said: &BTreeMap<String, Vec<Said>>) -> Vec<Lost> {
    let why = "no entry takes that back for some tests (`--root` tells the others, one by one)";
    let patterns: Vec<(&String, &Statement)> = said
        .iter()
        .filter(|(target, _)| target.contains('*'))
        .flat_map(|(target, said)| said.iter().map(move |(_, statement)| (target, statement)))
        .filter(|(_, statement)| statement.disabled.is_some())
        .collect();
    let mut lost = Vec::new();
    for (target, said) in said {
        for (_, enabling) in said.iter().filter(|(_, said)| said.enabled.is_some()) {
            for (pattern, disabling) in &patterns {
                let is_under = *pattern != target && crate::expectations::matches(pattern, target);
                if is_under && is_against(enabling, disabling) {
                    lost.push(still_disabled(enabling, disabling, why));
                }
            }
        }
    }
    lost
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
        Scope::Window => WINDOW,
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

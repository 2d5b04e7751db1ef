//! What several statements say together of one test of ours.

use std::collections::BTreeMap;

use winterproof_model::Reason;

use super::Lost;
use super::statement::{About, Statement};
use super::systems::{Systems, overlap, without};
use crate::accept::wanted::{Claim, List, Why};

/// How well a foreign test stands for one of ours; less is better.
pub(super) type Rank = usize;

/// A test in a window, for one in another scope; it stands for all of them.
pub(super) const WINDOW: Rank = 1;

/// A statement about a test of ours.
pub(super) type Said = (Rank, Statement);

/// What is said of a test.
#[derive(Debug, Default)]
pub(super) struct Foretold {
    /// Why it is not run; nothing is claimed then.
    pub(super) disabled: Option<Reason>,
    pub(super) claims: BTreeMap<Claim, Why>,
}

/// What the statements about `test` say together. Of foreign tests those count that stand for it best;
/// what is said of files and folders always does.
pub(super) fn merge(
    test: &str,
    statements: Vec<Said>,
    lost: &mut Vec<Lost>,
) -> BTreeMap<Systems, Foretold> {
    let (tests, mut broad): (Vec<Said>, Vec<Said>) = statements
        .into_iter()
        .partition(|(_, statement)| matches!(statement.about, About::Test(_)));
    let rank = tests.iter().map(|(rank, _)| *rank).min().unwrap_or(0);
    let (best, others): (Vec<Said>, Vec<Said>) =
        tests.into_iter().partition(|(other, _)| *other == rank);
    let mut all: BTreeMap<Systems, Foretold> = BTreeMap::new();
    for (_, statement) in &best {
        let foretold = all.entry(statement.systems.clone()).or_default();
        foretold.add(statement);
    }
    let name = best.first().map(|(_, statement)| statement.about.as_str());
    for (_, statement) in &others {
        let same = match all.get(&statement.systems) {
            Some(foretold) => foretold.says_the_same(statement),
            None => statement.is_empty(),
        };
        if !same {
            let name = name.unwrap_or_default();
            let why = format!("{test} runs in one scope, and {name} says otherwise");
            lost.push(told(statement, why));
        }
    }
    let (heard, unheard): (Vec<&Said>, Vec<&Said>) = best
        .iter()
        .chain(&others)
        .partition(|(rank, statement)| *rank <= WINDOW || statement.enabled.is_none());
    take_back(&mut broad, &heard);
    for (_, disabling) in &broad {
        for (_, enabling) in &unheard {
            if is_against(enabling, disabling) {
                let why = format!("nothing enables the test in a window, which stands for {test}");
                lost.push(still_disabled(enabling, disabling, &why));
            }
        }
    }
    for (_, statement) in &broad {
        let foretold = all.entry(statement.systems.clone()).or_default();
        foretold.add(statement);
    }
    for (_, statement) in best.iter().chain(&broad) {
        let foretold = all.get(&statement.systems);
        let disabled = foretold.is_some_and(|foretold| foretold.disabled.is_some());
        if disabled && !statement.claims.is_empty() {
            let why = "it is disabled, and nothing else can be said of it".to_owned();
            lost.push(told(statement, why));
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

/// Of what files and folders disable, takes what something closer to the test enables.
fn take_back(broad: &mut [Said], tests: &[&Said]) {
    let enabling: Vec<Statement> = tests
        .iter()
        .copied()
        .chain(&*broad)
        .map(|(_, statement)| statement)
        .filter(|statement| statement.enabled.is_some())
        .cloned()
        .collect();
    for (_, disabling) in broad {
        for enabling in &enabling {
            if !is_against(enabling, disabling) {
                continue;
            }
            match without(&disabling.systems, &enabling.systems) {
                Some(left) => disabling.systems = left,
                None => disabling.disabled = None,
            }
        }
    }
}

/// Whether a statement enables what another one disables, and is closer to the test.
pub(super) fn is_against(enabling: &Statement, disabling: &Statement) -> bool {
    let closeness = |about: &About| match about {
        About::Test(_) => usize::MAX,
        About::File(_) | About::Files(_) => usize::MAX - 1,
        About::Folder(path) => path.trim_end_matches('/').len(),
    };
    enabling.enabled.is_some()
        && disabling.disabled.is_some()
        && overlap(&enabling.systems, &disabling.systems)
        && closeness(&enabling.about) > closeness(&disabling.about)
}

/// What is enabled and stays disabled.
pub(super) fn still_disabled(enabling: &Statement, disabling: &Statement, why: &str) -> Lost {
    let on = match enabling.systems.is_empty() {
        true => String::new(),
        false => format!(" on {}", enabling.systems.join(", ")),
    };
    Lost {
        path: enabling.path.clone(),
        line: enabling.enabled.unwrap_or(enabling.line),
        what: format!("{} is enabled again{on}", enabling.about.as_str()),
        why: format!(
            "{}:{} disables {}, and {why}",
            disabling.path,
            disabling.line,
            disabling.about.as_str()
        ),
    }
}

/// What a statement says, as something that did not carry over.
pub(super) fn told(statement: &Statement, why: String) -> Lost {
    let subtests = statement.claims.len();
    let about = statement.about.as_str();
    Lost {
        path: statement.path.clone(),
        line: statement.line,
        what: match subtests {
            0 if statement.disabled.is_some() => format!("{about} is disabled"),
            0 => format!("{about} passes"),
            1 => format!("{about} has an expectation"),
            _ => format!("{about} has {subtests} expectations"),
        },
        why,
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

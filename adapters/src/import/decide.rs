//! Which value a key of wptrunner's metadata has, by what is given and on each system.

use std::collections::{BTreeMap, BTreeSet};

use super::ini::{Case, Key};
use super::systems::{SYSTEMS, Systems};

/// What a key comes to.
#[derive(Eq, PartialEq)]
pub(super) enum Decided<'a> {
    /// This value.
    Case(&'a Case),
    /// None at all.
    Absent,
    /// That depends on these variables.
    Open(String),
}

/// What a key comes to, with the systems on which it is that.
pub(super) fn decide<'a>(
    key: &'a Key,
    given: &BTreeMap<String, String>,
) -> Vec<(Decided<'a>, Systems)> {
    let texts: BTreeSet<&str> = key
        .cases
        .iter()
        .filter_map(|case| case.condition.as_ref())
        .flat_map(|condition| condition.texts())
        .collect();
    let by_system = words(key).contains("os") && !given.contains_key("os");
    let mut ways: Vec<(Decided<'a>, Systems)> = Vec::new();
    let tried = SYSTEMS
        .into_iter()
        .filter(|(theirs, _)| by_system && (*theirs != "android" || texts.contains("android")));
    for (theirs, ours) in tried {
        let way = on_system(key, given, Some(theirs));
        match ways.iter_mut().find(|(other, _)| *other == way) {
            Some((_, systems)) => systems.push(ours),
            None => ways.push((way, vec![ours])),
        }
    }
    if ways.is_empty() {
        ways.push((on_system(key, given, None), Vec::new()));
    }
    if let [(_, systems)] = &mut ways[..] {
        systems.clear();
    }
    ways
}

/// The variables that a key's conditions ask for.
pub(super) fn words(key: &Key) -> BTreeSet<&str> {
    let conditions = key.cases.iter().filter_map(|case| case.condition.as_ref());
    conditions.flat_map(|condition| condition.words()).collect()
}

fn on_system<'a>(
    key: &'a Key,
    given: &BTreeMap<String, String>,
    system: Option<&str>,
) -> Decided<'a> {
    let known = |name: &str| match (name, system) {
        ("os", Some(system)) => Some(system.to_owned()),
        _ => given.get(name).cloned(),
    };
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

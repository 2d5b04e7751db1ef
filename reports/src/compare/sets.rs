//! Two sets of run logs: which log is compared with which.

use std::collections::HashMap;

use super::{Comparison, compare};
use crate::load::NamedLog;

/// All comparisons of two sets.
#[derive(Debug)]
pub struct SetComparison<'a> {
    /// Log by log, in the order of the base set.
    pub comparisons: Vec<Comparison<'a>>,
    /// File names of logs of the base set that have no partner: nothing is measured there any more.
    pub only_base: Vec<&'a str>,
    /// File names of logs of the new set that have no partner.
    pub only_new: Vec<&'a str>,
}

impl SetComparison<'_> {
    /// Whether nothing got worse: every comparison is green, there is at least one, and no log is gone.
    pub fn is_green(&self) -> bool {
        let mut all = self.comparisons.iter();
        !self.comparisons.is_empty() && self.only_base.is_empty() && all.all(Comparison::is_green)
    }

    /// What has no partner, in a sentence each.
    pub(super) fn notes(&self) -> Vec<String> {
        let gone = |name: &&str| {
            format!("{name}: only the base set has this log; nothing is measured now.")
        };
        let new = |name: &&str| {
            format!("{name}: only the new set has this log; there is nothing to compare it with.")
        };
        let gone = self.only_base.iter().map(gone);
        gone.chain(self.only_new.iter().map(new)).collect()
    }
}

/// Compares two sets of logs.
///
/// Where each set holds one log, these two are compared. Otherwise logs of the same file name are
/// partners, and of those that are left over, logs of the same runtime that have one such log in each
/// set (so `node@22.jsonl` meets `node@26.jsonl`).
pub fn compare_sets<'a>(base: &'a [NamedLog], new: &'a [NamedLog]) -> SetComparison<'a> {
    let mut partners: HashMap<usize, usize> = HashMap::new();
    if let ([_], [_]) = (base, new) {
        partners.insert(0, 0);
    }
    meet(&mut partners, base, new, |named| named.name.as_str());
    meet(&mut partners, base, new, |named| {
        named.log.header.runtime.id.as_str()
    });
    let taken: Vec<usize> = partners.values().copied().collect();
    let comparisons = base.iter().enumerate().filter_map(|(at, log)| {
        let partner = partners.get(&at)?;
        Some(compare(log, &new[*partner]))
    });
    let only = |logs: &'a [NamedLog], has: &dyn Fn(usize) -> bool| {
        let all = logs.iter().enumerate().filter(|(at, _)| !has(*at));
        all.map(|(_, named)| named.name.as_str()).collect()
    };
    SetComparison {
        comparisons: comparisons.collect(),
        only_base: only(base, &|at| partners.contains_key(&at)),
        only_new: only(new, &|at| taken.contains(&at)),
    }
}

/// Makes partners of the logs without one that alone in their set have the same key.
fn meet<'a>(
    partners: &mut HashMap<usize, usize>,
    base: &'a [NamedLog],
    new: &'a [NamedLog],
    key: impl Fn(&'a NamedLog) -> &'a str,
) {
    let taken: Vec<usize> = partners.values().copied().collect();
    let alone = |logs: &'a [NamedLog], free: &dyn Fn(usize) -> bool| {
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, log) in logs.iter().enumerate().filter(|(at, _)| free(*at)) {
            places.entry(key(log)).or_default().push(at);
        }
        places.retain(|_, places| places.len() == 1);
        places
    };
    let left = alone(base, &|at| !partners.contains_key(&at));
    let right = alone(new, &|at| !taken.contains(&at));
    for (key, places) in left {
        if let Some(others) = right.get(key) {
            partners.insert(places[0], others[0]);
        }
    }
}

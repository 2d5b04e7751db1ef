//! The entries of one test, made of what they shall claim in each span.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use winterproof_model::{HarnessStatus, Reason, SubtestStatus};

use super::cause;
use super::wanted::{Cell, Claim, List, Wanted, Why};

/// How many subtests of a test, each with a message of its own, have an entry of their own. More of
/// them share one.
const ALONE: usize = 3;

/// An entry that is to stand in a file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Draft {
    pub(super) spans: Range<usize>,
    pub(super) reason: Reason,
    pub(super) status: Option<HarnessStatus>,
    pub(super) all: Option<SubtestStatus>,
    pub(super) lists: BTreeMap<List, BTreeSet<String>>,
}

impl Draft {
    /// An entry that claims nothing.
    pub(crate) fn empty(reason: Reason) -> Self {
        Self {
            spans: 0..0,
            reason,
            status: None,
            all: None,
            lists: BTreeMap::new(),
        }
    }
}

/// What claims have in common that can share an entry.
type Group = ((usize, usize), Reason);

/// The entries for what is wanted in each span, in the order in which files list them.
pub(crate) fn drafts(wanted: &[Wanted<'_>]) -> Vec<Draft> {
    let claims: BTreeSet<&Claim> = wanted.iter().flat_map(Wanted::claims).collect();
    let mut groups: BTreeMap<Group, Vec<(&Claim, bool)>> = BTreeMap::new();
    for claim in claims {
        let cells: Vec<Cell> = wanted.iter().map(|wanted| wanted.cell(claim)).collect();
        for (spans, reason, given) in runs(&cells) {
            groups
                .entry(((spans.start, spans.end), reason))
                .or_default()
                .push((claim, given));
        }
    }
    share(&mut groups);
    groups
        .into_iter()
        .map(|(((start, end), reason), claims)| {
            let mut draft = Draft {
                spans: start..end,
                ..Draft::empty(reason)
            };
            for (claim, _) in claims {
                match claim {
                    Claim::Status(status) => draft.status = Some(*status),
                    Claim::All(status) => draft.all = Some(*status),
                    Claim::Named(list, name) => {
                        draft.lists.entry(*list).or_default().insert(name.clone());
                    }
                }
            }
            draft
        })
        .collect()
}

/// The stretches of spans in which a claim is made for one reason, and whether it was given.
///
/// The reason that was seen is the one in the newest span, everywhere.
fn runs(cells: &[Cell]) -> Vec<(Range<usize>, Reason, bool)> {
    let newest = cells.iter().rev().find_map(|cell| match cell {
        Cell::Made(Why::Seen(reason)) => Some(reason.as_str()),
        _ => None,
    });
    let mut runs = Vec::new();
    let mut start = 0;
    let mut current: Option<(Reason, bool)> = None;
    for (at, cell) in cells.iter().enumerate() {
        let (reason, given) = match cell {
            Cell::Open => continue,
            Cell::Wrong => {
                let run = current.take();
                runs.extend(run.map(|(reason, given)| (start..at, reason, given)));
                start = at + 1;
                continue;
            }
            Cell::Made(Why::Given(reason)) => (reason.clone(), true),
            Cell::Made(Why::Seen(reason)) => (plain(newest.unwrap_or(reason)), false),
        };
        current = Some(match current.take() {
            Some((before, was_given)) if before == reason => (reason, given || was_given),
            Some((before, was_given)) => {
                runs.push((start..at, before, was_given));
                start = at;
                (reason, given)
            }
            None => (reason, given),
        });
    }
    runs.extend(current.map(|(reason, given)| (start..cells.len(), reason, given)));
    runs
}

/// A reason that a failure message gives.
fn plain(text: &str) -> Reason {
    Reason {
        text: text.to_owned(),
        issue: None,
    }
}

/// Puts subtests that each have a message of their own into one entry, if they are many.
fn share(groups: &mut BTreeMap<Group, Vec<(&Claim, bool)>>) {
    let mut lonely: BTreeMap<(usize, usize), Vec<(String, Reason)>> = BTreeMap::new();
    for ((spans, reason), claims) in &*groups {
        if let [(Claim::Named(_, name), false)] = claims[..] {
            lonely
                .entry(*spans)
                .or_default()
                .push((name.clone(), reason.clone()));
        }
    }
    for (spans, mut members) in lonely {
        if members.len() <= ALONE {
            continue;
        }
        members.sort_unstable();
        let reason = plain(&cause::of_several(&members[0].1.text, members.len()));
        let mut claims = Vec::new();
        for (_, own) in members {
            claims.extend(groups.remove(&(spans, own)).unwrap_or_default());
        }
        groups.entry((spans, reason)).or_default().extend(claims);
    }
}

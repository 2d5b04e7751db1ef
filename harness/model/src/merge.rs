//! The shards of one run put together.
//!
//! Owns: what makes several logs the shards of one run, and the log of the whole run that comes of
//! them. It is as a run on one machine would have written it, one test after the other.

use std::collections::HashMap;

use crate::expectation::Stale;
use crate::id::TestId;
use crate::log::{Counter, Footer, Header, Line, RunLog, TestRecord};
use crate::partition::Partition;
use crate::same::differences;

/// A log of one part of the tests.
#[derive(Clone, Copy, Debug)]
pub struct Shard<'a> {
    /// How messages name its file.
    pub path: &'a str,
    /// What it holds.
    pub log: &'a RunLog,
}

/// Why logs are not the shards of one run; every reason that was found.
#[derive(Debug, Eq, PartialEq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct MergeError(pub Vec<String>);

/// How many missing tests or shards are named.
const NAMED: usize = 5;

/// The log of the whole run, as text; refused if it would not be whole.
pub fn merge(shards: &[Shard<'_>]) -> Result<String, MergeError> {
    let placed = placed(shards)?;
    let refused = |problems: Vec<String>| match problems.is_empty() {
        true => Ok(()),
        false => Err(MergeError(problems)),
    };
    refused(strangers(&placed))?;
    refused(overlaps(&placed))?;
    refused([misplaced(&placed), gaps(&placed)].concat())?;
    Ok(written(&placed))
}

/// A shard that says which it is.
type Placed<'a> = (Partition, Shard<'a>);

fn placed<'a>(shards: &[Shard<'a>]) -> Result<Vec<Placed<'a>>, MergeError> {
    if shards.is_empty() {
        return Err(MergeError(vec!["there are no logs to merge".to_owned()]));
    }
    let mut placed = Vec::new();
    let mut problems = Vec::new();
    for shard in shards {
        match shard.log.header.settings.partition {
            Some(partition) => placed.push((partition, *shard)),
            None => problems.push(format!(
                "{}:1: the log is no shard: its run had no partition",
                shard.path
            )),
        }
    }
    match problems.is_empty() {
        true => Ok(placed),
        false => Err(MergeError(problems)),
    }
}

/// Shards of other runs than the first one's.
fn strangers(shards: &[Placed<'_>]) -> Vec<String> {
    let (first, rest) = shards.split_at(1);
    let (partition, first) = first[0];
    let mut problems = Vec::new();
    for (other, shard) in rest {
        if other.of() != partition.of() {
            problems.push(format!(
                "{}:1: the log is one of {} shards, {}:1 is one of {}",
                shard.path,
                other.of(),
                first.path,
                partition.of()
            ));
        }
        for difference in differences(&first.log.header, &shard.log.header) {
            problems.push(format!(
                "{}:1: another run than in {}:1: not the same {difference}",
                shard.path, first.path
            ));
        }
    }
    problems
}

/// Shards that are there twice.
fn overlaps(shards: &[Placed<'_>]) -> Vec<String> {
    let mut seen: HashMap<u32, Shard<'_>> = HashMap::new();
    let mut problems = Vec::new();
    for (partition, shard) in shards {
        let Some(before) = seen.insert(partition.shard(), *shard) else {
            continue;
        };
        let (one, other) = (before.path, shard.path);
        problems.push(format!(
            "{other}:1: shard {} is also in {one}:1",
            partition.shard()
        ));
        if let Some((id, first, second)) = twice(before.log, shard.log) {
            problems.push(format!(
                "{other}:{second}: {id} was measured twice, also in {one}:{first}"
            ));
        }
    }
    problems
}

/// The first test with a result in both logs, and its lines.
fn twice<'a>(one: &RunLog, other: &'a RunLog) -> Option<(&'a TestId, usize, usize)> {
    let ids = one.tests.iter().map(|test| &test.id);
    let lines: HashMap<&TestId, usize> = ids.zip(one.lines.iter().copied()).collect();
    let mut all = other.tests.iter().zip(&other.lines);
    all.find_map(|(test, line)| Some((&test.id, *lines.get(&test.id)?, *line)))
}

/// Tests that are planned in another shard than theirs.
fn misplaced(shards: &[Placed<'_>]) -> Vec<String> {
    let wrong = |(partition, shard): &Placed<'_>| {
        let mut planned = shard.log.header.planned.iter();
        let id = planned.find(|id| !partition.holds(id))?;
        Some(format!(
            "{}:1: the plan of shard {} has {id}, which is in shard {}",
            shard.path,
            partition.shard(),
            partition.shard_of(id)
        ))
    };
    shards.iter().filter_map(wrong).collect()
}

/// What is not there: whole shards, tests of a plan, results.
fn gaps(shards: &[Placed<'_>]) -> Vec<String> {
    let mut problems = Vec::new();
    let of = shards[0].0.of();
    let missing: Vec<u32> = (1..=of)
        .filter(|number| !shards.iter().any(|(one, _)| one.shard() == *number))
        .collect();
    match missing.as_slice() {
        [] => {}
        [one] => problems.push(format!("shard {one} of {of} is missing")),
        some => problems.push(format!("shards {} of {of} are missing", list(some))),
    }
    for (_, shard) in shards {
        let log = shard.log;
        if !log.unmeasured.is_empty() {
            problems.push(format!(
                "{}: the run of the shard was interrupted: {} of {} planned tests have no result \
                 ({})",
                shard.path,
                log.unmeasured.len(),
                log.header.planned.len(),
                list(&log.unmeasured)
            ));
        } else if !log.is_complete() {
            problems.push(format!(
                "{}: the log has no footer: its run was interrupted",
                shard.path
            ));
        }
    }
    let planned: u64 = shards
        .iter()
        .map(|(_, s)| s.log.header.planned.len() as u64)
        .sum();
    let all = shards[0].1.log.header.all();
    if missing.is_empty() && planned != all {
        problems.push(format!(
            "the plans of all shards have {planned} tests together, the whole plan has {all}"
        ));
    }
    problems
}

fn list(items: &[impl ToString]) -> String {
    let mut named: Vec<String> = items.iter().take(NAMED).map(ToString::to_string).collect();
    if items.len() > NAMED {
        named.push(format!("and {} more", items.len() - NAMED));
    }
    named.join(", ")
}

/// The whole log: the tests in the order of the plan, each with its attempts.
fn written(shards: &[Placed<'_>]) -> String {
    let header = header(shards);
    let mut records: HashMap<&TestId, Vec<&TestRecord>> = HashMap::new();
    for (_, shard) in shards {
        for record in shard.log.earlier.iter().chain(&shard.log.tests) {
            records.entry(&record.id).or_default().push(record);
        }
    }
    let mut counter = Counter::new(header.planned.len());
    let mut text = Line::Header(Box::new(header.clone())).to_text();
    for id in &header.planned {
        for record in records.remove(id).unwrap_or_default() {
            counter.add(record);
            text.push_str(&Line::Test(Box::new(record.clone())).to_text());
        }
    }
    let totals = counter.totals();
    let footers = shards.iter().filter_map(|(_, s)| s.log.footer.as_ref());
    let footer = Footer {
        complete: totals.unmeasured == 0,
        stale: stale(shards),
        // They ran side by side.
        duration_ms: footers.map(|footer| footer.duration_ms).max().unwrap_or(0),
        totals,
    };
    text.push_str(&Line::Footer(footer).to_text());
    text
}

/// What some shard found of no use, each once: an entry that matches no test is so in every shard.
fn stale(shards: &[Placed<'_>]) -> Vec<Stale> {
    let footers = shards.iter().filter_map(|(_, s)| s.log.footer.as_ref());
    let mut all: Vec<Stale> = Vec::new();
    for one in footers.flat_map(|footer| &footer.stale) {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
    all
}

fn header(shards: &[Placed<'_>]) -> Header {
    let headers = || shards.iter().map(|(_, shard)| &shard.log.header);
    let mut whole = shards[0].1.log.header.clone();
    whole.settings.partition = None;
    whole.whole = None;
    whole.settings.jobs = headers().map(|h| h.settings.jobs).max().unwrap_or(1);
    // RFC 3339 in UTC: the order of the texts is that of the moments.
    whole.started = headers()
        .map(|h| h.started.clone())
        .min()
        .unwrap_or_default();
    whole.planned = headers().flat_map(|h| h.planned.iter().cloned()).collect();
    whole.planned.sort();
    whole
}

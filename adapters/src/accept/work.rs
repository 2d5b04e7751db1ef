//! Which entries and tests are touched, and what takes their place.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::Table;
use winterproof_model::TestId;
use winterproof_model::log::RunLog;

use super::draft::drafts;
use super::file::{self, File, Old};
use super::seen::Seen;
use super::timeline::Timeline;
use super::wanted::Wanted;
use super::{AcceptError, Accepted, Change, Target, Unsettled, Written};
use crate::expectations::{Entry, Expectations, Situation};

pub(super) struct Work {
    files: Vec<File>,
    existing: Expectations,
    timeline: Timeline,
    /// Of each measured test what was seen in each span.
    seen: BTreeMap<TestId, Vec<Option<Seen>>>,
    /// Whether the logs may be of some tests only.
    partial: bool,
    place: Place,
    target: Target,
}

/// What all logs have in common of what entries can ask for.
struct Place {
    os: String,
    arch: String,
    flags: Vec<String>,
}

impl Place {
    /// The situation of a version of the runtime.
    fn with<'a>(&'a self, version: &'a str) -> Situation<'a> {
        Situation {
            version,
            os: &self.os,
            arch: &self.arch,
            flags: &self.flags,
        }
    }
}

/// What becomes of an entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Fate {
    /// It stays as it is.
    Kept,
    /// It is about one test, which is written anew.
    Rewritten,
    /// It is about several tests and is replaced.
    Replaced,
}

/// The fate of each entry, and the tests that are written anew.
struct Fates {
    entries: Vec<Fate>,
    tests: BTreeSet<TestId>,
}

impl Work {
    pub(super) fn new(logs: &[(&str, &RunLog)], written: &Written) -> Result<Self, AcceptError> {
        let mut existing = Expectations::default();
        for (path, text) in &written.shared {
            existing.add_shared(path, text)?;
        }
        let mut files = Vec::new();
        for (path, text) in &written.files {
            files.push(File::read(path, text, &mut existing)?);
        }
        let (first_name, first) = logs[0];
        if existing.entries.iter().any(|it| it.raw.asks_for_flags()) {
            let flags = |log: &RunLog| log.header.runtime.flags.clone();
            if let Some((name, _)) = logs.iter().find(|(_, log)| flags(log) != flags(first)) {
                return Err(AcceptError::Places {
                    log: (*name).to_owned(),
                    first: first_name.to_owned(),
                });
            }
        }
        let versions: Vec<&str> = logs
            .iter()
            .map(|(_, log)| log.header.runtime.version.as_str())
            .collect();
        let conditions = existing
            .entries
            .iter()
            .filter_map(|entry| entry.raw.version.as_ref());
        let timeline = Timeline::new(&versions, conditions)
            .ok_or_else(|| AcceptError::Versions(versions.join(", ")))?;
        let mut seen: BTreeMap<TestId, Vec<Option<Seen>>> = BTreeMap::new();
        for (_, log) in logs {
            let span = timeline.span(&log.header.runtime.version);
            for record in log.earlier.iter().chain(&log.tests) {
                let spans = seen
                    .entry(record.id.clone())
                    .or_insert_with(|| vec![None; timeline.versions().len()]);
                spans[span].get_or_insert_default().add(&record.result);
            }
        }
        Ok(Self {
            files,
            existing,
            timeline,
            seen,
            place: Place {
                os: first.header.host.os.clone(),
                arch: first.header.host.arch.clone(),
                flags: first.header.runtime.flags.clone(),
            },
            target: written.target.clone(),
            partial: logs
                .iter()
                .any(|(_, log)| !log.header.settings.filters.is_empty()),
        })
    }

    /// Writes anew what did not end as foreseen.
    pub(super) fn run(mut self) -> Result<Accepted, AcceptError> {
        let fates = self.fates()?;
        let unsettled = self.unsettled();
        self.rewrite(&fates);
        let changes = self.files.into_iter().map(File::finish);
        Ok(Accepted {
            changes: changes
                .filter(|change: &Change| change.before != change.after)
                .collect(),
            unsettled,
        })
    }

    /// Each span in which `test` was measured: a version of it, and what was seen.
    fn measured<'a>(&'a self, test: &TestId) -> impl Iterator<Item = (&'a str, &'a Seen)> {
        let spans = self.seen.get(test).into_iter().flatten();
        let versions = self.timeline.versions().iter().map(String::as_str);
        versions
            .zip(spans)
            .filter_map(|(version, seen)| Some((version, seen.as_ref()?)))
    }

    fn unsettled(&self) -> Vec<Unsettled> {
        let mut unsettled = Vec::new();
        for (test, spans) in &self.seen {
            let names: BTreeSet<Option<&str>> =
                spans.iter().flatten().flat_map(Seen::unsettled).collect();
            unsettled.extend(names.into_iter().map(|name| Unsettled {
                test: test.clone(),
                subtest: name.map(str::to_owned),
            }));
        }
        unsettled
    }

    fn fates(&self) -> Result<Fates, AcceptError> {
        let foreseen = |test: &TestId| {
            self.measured(test).all(|(version, seen)| {
                seen.is_foreseen(&self.existing.of(test, &self.place.with(version)))
            })
        };
        let mut fates = Fates {
            entries: vec![Fate::Kept; self.existing.entries.len()],
            tests: self
                .seen
                .keys()
                .filter(|test| !foreseen(test))
                .cloned()
                .collect(),
        };
        // An entry that is replaced leaves further tests without what it foresaw of them, and other
        // entries may be wrong about those: once more until nothing changes.
        while self.replace_patterns(&mut fates)? {}
        self.mind_others(&fates)?;
        for (entry, fate) in self.existing.entries.iter().zip(&mut fates.entries) {
            let touched = |test: &TestId| {
                entry.is_about(test)
                    && self
                        .measured(test)
                        .any(|(version, _)| entry.raw.applies(&self.place.with(version)))
            };
            if !entry.is_pattern() && !entry.is_by_hand() && fates.tests.iter().any(touched) {
                *fate = Fate::Rewritten;
            }
        }
        Ok(fates)
    }

    /// Replaces entries about several tests that are wrong about one which is written anew.
    fn replace_patterns(&self, fates: &mut Fates) -> Result<bool, AcceptError> {
        let before = fates.tests.len();
        for (entry, fate) in self.existing.entries.iter().zip(&mut fates.entries) {
            if *fate != Fate::Kept || !entry.is_pattern() || entry.is_by_hand() {
                continue;
            }
            let Some(test) = fates.tests.iter().find(|test| !self.holds(entry, test)) else {
                continue;
            };
            if self.partial {
                return Err(AcceptError::Pattern {
                    place: entry.place.clone(),
                    test: test.clone(),
                });
            }
            *fate = Fate::Replaced;
            fates.tests.extend(
                self.seen
                    .keys()
                    .filter(|test| entry.is_about(test))
                    .cloned(),
            );
        }
        Ok(fates.tests.len() > before)
    }

    /// Refuses entries that are never written and are wrong about a test which is written anew.
    fn mind_others(&self, fates: &Fates) -> Result<(), AcceptError> {
        let by_hand = self.existing.entries.iter().filter(|it| it.is_by_hand());
        for entry in by_hand {
            if let Some(test) = fates.tests.iter().find(|test| !self.holds(entry, test)) {
                return Err(AcceptError::ByHand {
                    place: entry.place.clone(),
                    test: test.clone(),
                });
            }
        }
        Ok(())
    }

    /// Whether an entry is right about a test, if it is about that one at all.
    fn holds(&self, entry: &Entry, test: &TestId) -> bool {
        !entry.is_about(test)
            || self
                .measured(test)
                .filter(|(version, _)| entry.raw.applies(&self.place.with(version)))
                .all(|(_, seen)| seen.holds(entry))
    }

    /// Writes the tests of `fates` anew.
    fn rewrite(&mut self, fates: &Fates) {
        let wanted: Vec<_> = fates
            .tests
            .iter()
            .map(|test| self.wanted(test, fates))
            .collect();
        let drafts: Vec<_> = wanted.iter().map(|wanted| drafts(wanted)).collect();
        drop(wanted);
        let mut olds = self.take(fates);
        let mut new: Vec<(&TestId, Table)> = Vec::new();
        for (test, drafts) in fates.tests.iter().zip(drafts) {
            let versions = self.timeline.versions();
            let mut olds = olds.remove(test.as_str()).unwrap_or_default();
            // An old entry goes to the draft about the same versions, else to the newest.
            let mut chosen: Vec<Option<Old>> = Vec::new();
            for draft in &drafts {
                let same =
                    |old: &Old| old.has_reason_of(draft) && old.has_spans_of(draft, versions);
                chosen.push(choose(&mut olds, same));
            }
            for (draft, old) in drafts.iter().zip(&mut chosen).rev() {
                if old.is_none() {
                    *old = choose(&mut olds, |old| old.has_reason_of(draft));
                }
            }
            for (draft, old) in drafts.iter().zip(chosen) {
                let condition = match &old {
                    Some(old) if old.has_spans_of(draft, versions) => old.condition(),
                    _ => self.timeline.condition(&draft.spans),
                };
                match old {
                    Some(Old { file, slot, table }) => {
                        let table = file::table(table, test.as_str(), condition, draft);
                        self.files[file].put(slot, table);
                    }
                    None => new.push((
                        test,
                        file::table(Table::new(), test.as_str(), condition, draft),
                    )),
                }
            }
        }
        for (test, table) in new {
            self.file_of(test).add(table);
        }
    }

    /// What the entries of a test that is written anew shall claim in each span.
    fn wanted(&self, test: &TestId, fates: &Fates) -> Vec<Wanted<'_>> {
        let with = |fate: Fate| {
            let entries = self.existing.entries.iter().zip(&fates.entries);
            let entries = entries.filter(|(entry, f)| **f == fate && entry.is_about(test));
            Expectations {
                entries: entries.map(|(entry, _)| entry.clone()).collect(),
            }
        };
        let (kept, rewritten) = (with(Fate::Kept), with(Fate::Rewritten));
        let spans = &self.seen[test];
        let known: BTreeSet<&str> = spans.iter().flatten().flat_map(Seen::reasons).collect();
        let versions = self.timeline.versions().iter();
        spans
            .iter()
            .zip(versions)
            .map(|(seen, version)| {
                let situation = self.place.with(version);
                let kept = kept.of(test, &situation);
                match seen {
                    None => Wanted::unmeasured(&rewritten.of(test, &situation), &kept),
                    Some(seen) => {
                        let now = self.existing.of(test, &situation);
                        Wanted::measured(seen, &now, &known, &kept)
                    }
                }
            })
            .collect()
    }

    /// Takes the entries that do not stay out of their files. Gives those about one test, by test.
    fn take(&mut self, fates: &Fates) -> BTreeMap<String, Vec<Old>> {
        let mut olds: BTreeMap<String, Vec<Old>> = BTreeMap::new();
        let fate = self.existing.entries.iter().zip(&fates.entries);
        let mut fate = fate.filter(|(entry, _)| !entry.shared);
        for (at, file) in self.files.iter_mut().enumerate() {
            for slot in 0..file.len() {
                let Some((entry, fate)) = fate.next() else {
                    return olds;
                };
                if *fate == Fate::Kept {
                    continue;
                }
                let table = file.take(slot);
                if *fate == Fate::Rewritten {
                    olds.entry(entry.raw.test.clone()).or_default().push(Old {
                        file: at,
                        slot,
                        table,
                    });
                }
            }
        }
        olds
    }

    /// The file for new entries about a test.
    fn file_of(&mut self, test: &TestId) -> &mut File {
        let path = match &self.target {
            Target::Adapter => format!("expectations/{}.toml", test.area()),
            Target::Folder => format!("{}.toml", test.area()),
            Target::File(name) => name.clone(),
        };
        let at = self
            .files
            .iter()
            .position(|file| file.path == path)
            .unwrap_or_else(|| {
                self.files.push(File::new(&path));
                self.files.len() - 1
            });
        &mut self.files[at]
    }
}

fn choose(olds: &mut Vec<Old>, fits: impl Fn(&Old) -> bool) -> Option<Old> {
    let at = olds.iter().position(fits)?;
    Some(olds.remove(at))
}

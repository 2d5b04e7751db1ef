//! The matrix: areas x runtimes, with tests and subtests below. Every format but the run-by-run ones
//! is drawn from it.
//!
//! A **column** is one log. A **row** is one test in any scope ([`TestId::row`]), so that a browser's
//! `a.any.worker.html` and a server's `a.any.js` meet; a log that ran a file in several scopes has
//! several entries in one row. Rows are gathered by **area** ([`TestId::area`]), and both are sorted
//! by name: the order of a plan changes no byte of a report. A subtest is identified by its name and
//! by which of the same-named ones it is, counted in the order in which they ended.
//!
//! What is counted how is said in [`crate::cell`].

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use winterproof_model::log::{RunLog, TestRecord};
use winterproof_model::{Profile, TestId};

use crate::cell::{Cell, Score};
use crate::load::{NamedLog, labels};

/// One log of the matrix.
#[derive(Debug)]
pub struct Column<'a> {
    /// Title and version, and more where that is not unique.
    pub label: String,
    /// The log's file name.
    pub file: &'a str,
    /// The log.
    pub log: &'a RunLog,
    /// The totals of the column.
    pub cell: Cell,
    /// Rows of the matrix that this log's plan does not hold.
    pub not_planned: u64,
}

/// Tests that share their first folder.
#[derive(Debug)]
pub struct Area<'a> {
    /// The folder; empty for tests at the root.
    pub name: &'a str,
    /// The tests, sorted by name.
    pub rows: Vec<Row<'a>>,
    /// The totals, one a column.
    pub cells: Vec<Cell>,
}

impl Area<'_> {
    /// The name as reports show it.
    pub fn title(&self) -> &str {
        if self.name.is_empty() {
            "(root)"
        } else {
            self.name
        }
    }
}

/// A subtest of a row: its name, and which of those with that name it is, from 1.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct SubtestKey<'a> {
    /// Its name.
    pub name: &'a str,
    /// 1 for the first subtest of that name.
    pub occurrence: u32,
}

/// One test in any scope.
#[derive(Debug)]
pub struct Row<'a> {
    /// Source path and variant.
    pub name: String,
    /// The subtests that are known of it, in the order in which they were first seen.
    pub known: Vec<SubtestKey<'a>>,
    /// What each column has of it: nothing, or one entry a scope.
    pub entries: Vec<Vec<Entry<'a>>>,
    /// The numbers, one a column.
    pub cells: Vec<Cell>,
}

/// A planned test in one column.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The test.
    pub id: &'a TestId,
    /// The attempt that counts; `None` when the test is unmeasured.
    pub record: Option<&'a TestRecord>,
    /// The attempts before it.
    pub earlier: Vec<&'a TestRecord>,
    /// Whether the attempts ended differently.
    pub flaky: bool,
    /// How it did.
    pub score: Score,
    /// For each subtest of the record, its place in [`Row::known`].
    pub places: Vec<usize>,
}

/// Areas x runtimes.
#[derive(Debug)]
pub struct Matrix<'a> {
    /// The logs, in the order given.
    pub columns: Vec<Column<'a>>,
    /// The areas, sorted by name.
    pub areas: Vec<Area<'a>>,
}

impl<'a> Matrix<'a> {
    /// Builds the matrix of some logs.
    pub fn of(logs: &'a [NamedLog]) -> Self {
        let mut rows: BTreeMap<(&'a str, String), Vec<Vec<Entry<'a>>>> = BTreeMap::new();
        for (at, named) in logs.iter().enumerate() {
            for entry in entries(&named.log) {
                let row = rows
                    .entry((entry.id.area(), entry.id.row()))
                    .or_insert_with(|| logs.iter().map(|_| Vec::new()).collect());
                row[at].push(entry);
            }
        }
        let mut columns: Vec<Column<'a>> = labels(logs)
            .into_iter()
            .zip(logs)
            .map(|(label, named)| Column {
                label,
                file: &named.name,
                log: &named.log,
                cell: Cell::default(),
                not_planned: 0,
            })
            .collect();
        let profiles: Vec<Profile> = logs.iter().map(|named| named.log.header.profile).collect();
        let mut areas: Vec<Area<'a>> = Vec::new();
        for ((name, row), entries) in rows {
            let row = Row::new(row, entries, &profiles);
            if areas.last().is_none_or(|area| area.name != name) {
                areas.push(Area {
                    name,
                    rows: Vec::new(),
                    cells: vec![Cell::default(); logs.len()],
                });
            }
            let area = areas.last_mut().expect("one was pushed above");
            for (at, cell) in row.cells.iter().enumerate() {
                area.cells[at].merge(cell);
                columns[at].cell.merge(cell);
                columns[at].not_planned += u64::from(cell.planned == 0);
            }
            area.rows.push(row);
        }
        Self { columns, areas }
    }

    /// Every row with its area.
    pub fn rows(&self) -> impl Iterator<Item = (&Area<'a>, &Row<'a>)> {
        self.areas
            .iter()
            .flat_map(|area| area.rows.iter().map(move |row| (area, row)))
    }
}

/// The planned tests of one log, in the order of the plan, not scored yet.
fn entries(log: &RunLog) -> Vec<Entry<'_>> {
    let records: HashMap<&TestId, &TestRecord> = log.tests.iter().map(|r| (&r.id, r)).collect();
    let mut earlier: HashMap<&TestId, Vec<&TestRecord>> = HashMap::new();
    for record in &log.earlier {
        earlier.entry(&record.id).or_default().push(record);
    }
    let mut entries: Vec<Entry<'_>> = log
        .header
        .planned
        .iter()
        .map(|id| {
            let record = records.get(id).copied();
            let earlier = earlier.remove(id).unwrap_or_default();
            Entry {
                id,
                record,
                flaky: record
                    .is_some_and(|last| earlier.iter().any(|e| ended_differently(e, last))),
                earlier,
                score: Score::of(None, 0, 0),
                places: Vec::new(),
            }
        })
        .collect();
    entries.sort_by_key(|entry| entry.id.scope());
    entries
}

/// The same comparison as behind the footer's count of flaky tests.
fn ended_differently(one: &TestRecord, other: &TestRecord) -> bool {
    let (one, other) = (&one.result, &other.result);
    one.status != other.status
        || one.is_expected() != other.is_expected()
        || one.ends() != other.ends()
}

impl<'a> Row<'a> {
    fn new(name: String, mut entries: Vec<Vec<Entry<'a>>>, profiles: &[Profile]) -> Self {
        let mut known = Known::default();
        for entry in entries.iter_mut().flatten() {
            let names = entry.record.into_iter().flat_map(|r| &r.result.subtests);
            entry.places = known.places(names.map(|subtest| subtest.name.as_str()));
        }
        for entry in entries.iter().flatten() {
            let missing = entry.record.into_iter().flat_map(|r| &r.result.missing);
            for name in missing {
                known.place(SubtestKey {
                    name,
                    occurrence: 1,
                });
            }
        }
        let total = known.keys.len() as u64;
        let outside = outside(&entries, profiles);
        let mut cells = vec![Cell::default(); entries.len()];
        for ((cell, entries), profile) in cells.iter_mut().zip(&mut entries).zip(profiles) {
            for entry in entries {
                let outside = outside.get(profile).into_iter().flatten();
                let elsewhere = outside.filter(|place| !entry.places.contains(place));
                entry.score = Score::of(entry.record, total, elsewhere.count() as u64);
                cell.add(entry.record, &entry.score, entry.flaky);
            }
        }
        Self {
            name,
            known: known.keys,
            entries,
            cells,
        }
    }
}

/// By profile, the places of the known subtests that a run of that profile says are outside it: whether
/// one is does not depend on the runtime.
fn outside(entries: &[Vec<Entry<'_>>], profiles: &[Profile]) -> HashMap<Profile, HashSet<usize>> {
    let mut outside: HashMap<Profile, HashSet<usize>> = HashMap::new();
    for (entries, profile) in entries.iter().zip(profiles) {
        for entry in entries {
            let subtests = entry.record.into_iter().flat_map(|r| &r.result.subtests);
            for (place, subtest) in entry.places.iter().zip(subtests) {
                if subtest.verdict.is_outside_profile() {
                    outside.entry(*profile).or_default().insert(*place);
                }
            }
        }
    }
    outside
}

/// Collects the known subtests of a row.
#[derive(Default)]
struct Known<'a> {
    keys: Vec<SubtestKey<'a>>,
    index: HashMap<SubtestKey<'a>, usize>,
}

impl<'a> Known<'a> {
    fn place(&mut self, key: SubtestKey<'a>) -> usize {
        *self.index.entry(key).or_insert_with(|| {
            self.keys.push(key);
            self.keys.len() - 1
        })
    }

    fn places(&mut self, names: impl Iterator<Item = &'a str>) -> Vec<usize> {
        occurrences(names).map(|key| self.place(key)).collect()
    }
}

impl<'a> SubtestKey<'a> {
    /// How reports name it.
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self.occurrence {
            1 => Cow::Borrowed(self.name),
            number => Cow::Owned(format!("{} ({number})", self.name)),
        }
    }
}

/// Numbers subtests of the same name, in their order.
pub(crate) fn occurrences<'a>(
    names: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = SubtestKey<'a>> {
    let mut seen: HashMap<&'a str, u32> = HashMap::new();
    names.map(move |name| {
        let occurrence = seen.entry(name).or_default();
        *occurrence += 1;
        SubtestKey {
            name,
            occurrence: *occurrence,
        }
    })
}

impl std::fmt::Display for SubtestKey<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

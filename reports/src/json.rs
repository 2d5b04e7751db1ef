//! `matrix.json`: the matrix down to tests, for programs.
//!
//! ```json
//! { "winterproof_matrix": 1,
//!   "outcome": "as_expected" | "incomplete" | "unexpected" | "nothing",
//!   "warnings": ["..."], "notes": ["..."],
//!   "columns": [{ "label", "file", "runtime": {..}, "suite": {..}, "host": {..}, "settings": {..},
//!                 "profile", "started", "complete": true, "outcome", "total": CELL }],
//!   "areas": [{ "name": "url", "cells": [CELL],
//!               "tests": [{ "name": "/url/a.any.js", "known_subtests": 12,
//!                           "columns": [[ENTRY]] }] }] }
//! ```
//!
//! `cells` and `columns` of a test are in the order of the report's `columns`; a test has no entry in
//! a column that did not plan it, and one for each scope otherwise. `runtime`, `suite`, `host` and
//! `settings` are copied from the log. CELL and ENTRY are [`CellJson`] and [`EntryJson`]; their terms
//! are defined in [`crate::cell`]. Shares run from 0 to 1 with six digits; a share of nothing is
//! null. Messages, stacks and the subtests themselves are in the run logs and in `wptreport.json`.
//! A change that could break a reader raises `winterproof_matrix`. `docs/matrix.schema.json` describes
//! the shape to programs (JSON Schema, draft 2020-12).

use std::collections::BTreeMap;

use serde::Serialize;
use winterproof_model::log::{HostInfo, Settings, SuiteInfo};
use winterproof_model::{Foreseen, HarnessStatus, Profile, RuntimeInfo, Stale};

use crate::cell::{Cell, Subtests};
use crate::matrix::{Column, Entry, Matrix};
use crate::summary::{self, Outcome};

/// The version of the shape.
pub const MATRIX_VERSION: u32 = 1;

#[derive(Serialize)]
struct MatrixJson<'a> {
    winterproof_matrix: u32,
    outcome: &'static str,
    warnings: Vec<String>,
    notes: Vec<String>,
    columns: Vec<ColumnJson<'a>>,
    areas: Vec<AreaJson<'a>>,
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    label: &'a str,
    file: &'a str,
    runtime: &'a RuntimeInfo,
    suite: &'a SuiteInfo,
    host: &'a HostInfo,
    settings: &'a Settings,
    profile: Profile,
    started: &'a str,
    complete: bool,
    outcome: &'static str,
    #[serde(skip_serializing_if = "<[Stale]>::is_empty")]
    stale: &'a [Stale],
    total: CellJson<'a>,
}

#[derive(Serialize)]
struct AreaJson<'a> {
    name: &'a str,
    cells: Vec<CellJson<'a>>,
    tests: Vec<TestJson<'a>>,
}

#[derive(Serialize)]
struct TestJson<'a> {
    name: &'a str,
    known_subtests: usize,
    columns: Vec<Vec<EntryJson<'a>>>,
}

/// Subtests, each in one bucket.
#[derive(Debug, Serialize)]
pub struct SubtestsJson {
    /// Subtests that passed.
    pub passed: u64,
    /// The denominator: passed, failed, timed out, never started, lost.
    pub scored: u64,
    /// Every known subtest.
    pub known: u64,
    /// FAIL.
    pub failed: u64,
    /// TIMEOUT.
    pub timeout: u64,
    /// NOTRUN.
    pub notrun: u64,
    /// Known from another runtime or an expectation, and not reported here.
    pub lost: u64,
    /// PRECONDITION_FAILED: an optional feature is absent.
    pub precondition_failed: u64,
    /// What is outside the run's profile, however it ended.
    pub outside_profile: u64,
    /// Known subtests of tests that were skipped or are unmeasured.
    pub not_measured: u64,
    /// What this runtime reported by itself.
    pub reported: u64,
}

/// The numbers of some tests on one runtime.
#[derive(Debug, Serialize)]
pub struct CellJson<'a> {
    /// Tests of the plan.
    pub planned: u64,
    /// Tests that were started.
    pub measured: u64,
    /// Tests that passed as a whole.
    pub passed: u64,
    /// Tests that have a score.
    pub scored: u64,
    /// The mean of the tests' scores.
    pub mean: Option<f64>,
    /// Tests that were skipped because they are outside the run's profile.
    pub outside_profile: u64,
    /// Tests that were skipped because an expectation disables them.
    #[serde(skip_serializing_if = "is_none")]
    pub disabled: u64,
    /// Planned tests without a result.
    pub unmeasured: u64,
    /// Tests with a result, by status.
    pub statuses: &'a BTreeMap<HarnessStatus, u64>,
    /// Why tests were skipped.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub skip_reasons: &'a BTreeMap<String, u64>,
    /// Subtests.
    pub subtests: SubtestsJson,
    /// Tests with anything unexpected in them.
    pub unexpected: u64,
    /// Results known to end this way now and then.
    pub known_intermittent: u64,
    /// Tests whose attempts ended differently.
    pub flaky: u64,
    /// Tests that took more than 0.8 of their time.
    pub slow: u64,
}

/// One test on one runtime.
#[derive(Debug, Serialize)]
pub struct EntryJson<'a> {
    /// The test's id in its scope.
    pub id: &'a str,
    /// Its status; null when it is unmeasured.
    pub status: Option<HarnessStatus>,
    /// Whether it passed as a whole.
    pub passed: bool,
    /// Its score.
    pub score: Option<f64>,
    /// Whether anything in it was unexpected.
    pub unexpected: bool,
    /// Whether its attempts ended differently.
    pub flaky: bool,
    /// Whether it took more than 0.8 of its time.
    pub slow: bool,
    /// Attempts made.
    pub attempts: u32,
    /// Milliseconds of the attempt that counts.
    pub duration_ms: Option<u64>,
    /// Subtests.
    pub subtests: SubtestsJson,
    /// Why anything of it was foreseen to end otherwise than in the ideal way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<ReasonJson<'a>>,
}

/// A reason of the expectations.
#[derive(Debug, Serialize)]
pub struct ReasonJson<'a> {
    /// The reason.
    pub reason: &'a str,
    /// Where it is talked about: an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<&'a str>,
    /// Whether it is about the test as a whole.
    pub test: bool,
    /// How many of the reported subtests it is about.
    pub subtests: usize,
}

fn is_none(number: &u64) -> bool {
    *number == 0
}

/// Writes `matrix.json`.
pub fn render(matrix: &Matrix<'_>) -> String {
    let shape = MatrixJson {
        winterproof_matrix: MATRIX_VERSION,
        outcome: Outcome::of_all(matrix).as_str(),
        warnings: summary::warnings(matrix),
        notes: summary::notes(matrix),
        columns: matrix.columns.iter().map(column).collect(),
        areas: matrix
            .areas
            .iter()
            .map(|area| AreaJson {
                name: area.name,
                cells: area.cells.iter().map(cell).collect(),
                tests: area
                    .rows
                    .iter()
                    .map(|row| TestJson {
                        name: &row.name,
                        known_subtests: row.known.len(),
                        columns: row
                            .entries
                            .iter()
                            .map(|entries| entries.iter().map(entry).collect())
                            .collect(),
                    })
                    .collect(),
            })
            .collect(),
    };
    let mut text = serde_json::to_string_pretty(&shape).expect("the shape is plain data");
    text.push('\n');
    text
}

fn column<'a>(column: &'a Column<'_>) -> ColumnJson<'a> {
    let header = &column.log.header;
    ColumnJson {
        label: &column.label,
        file: column.file,
        runtime: &header.runtime,
        suite: &header.suite,
        host: &header.host,
        settings: &header.settings,
        profile: header.profile,
        started: &header.started,
        complete: column.log.is_complete(),
        outcome: Outcome::of(column).as_str(),
        stale: summary::stale(column),
        total: cell(&column.cell),
    }
}

fn cell(cell: &Cell) -> CellJson<'_> {
    CellJson {
        planned: cell.planned,
        measured: cell.measured,
        passed: cell.passed,
        scored: cell.scored,
        mean: cell.mean().map(six_digits),
        outside_profile: cell.outside_profile,
        disabled: cell.disabled,
        unmeasured: cell.unmeasured,
        statuses: &cell.statuses,
        skip_reasons: &cell.skip_reasons,
        subtests: subtests(&cell.subtests),
        unexpected: cell.unexpected,
        known_intermittent: cell.known_intermittent,
        flaky: cell.flaky,
        slow: cell.slow,
    }
}

fn entry<'a>(entry: &'a Entry<'_>) -> EntryJson<'a> {
    let result = entry.record.map(|record| &record.result);
    EntryJson {
        id: entry.id.as_str(),
        status: result.map(|result| result.status),
        passed: entry.score.passed,
        score: entry.score.score.map(six_digits),
        unexpected: result.is_some_and(|result| !result.is_expected()),
        flaky: entry.flaky,
        slow: entry.record.is_some_and(|record| record.slow),
        attempts: entry.record.map_or(0, |record| record.attempt),
        duration_ms: result.map(|result| result.duration_ms),
        subtests: subtests(&entry.score.subtests),
        reasons: result.map_or(Vec::new(), |result| {
            result.foreseen.iter().map(reason).collect()
        }),
    }
}

fn reason(foreseen: &Foreseen) -> ReasonJson<'_> {
    ReasonJson {
        reason: &foreseen.reason,
        issue: foreseen.issue.as_deref(),
        test: foreseen.test,
        subtests: foreseen.subtests.len(),
    }
}

fn subtests(subtests: &Subtests) -> SubtestsJson {
    let reported = subtests.reported;
    SubtestsJson {
        passed: subtests.passed(),
        scored: subtests.scored(),
        known: subtests.known(),
        failed: reported.fail,
        timeout: reported.timeout,
        notrun: reported.notrun,
        lost: subtests.lost,
        precondition_failed: subtests.precondition_failed(),
        outside_profile: subtests.outside_profile(),
        not_measured: subtests.not_measured,
        reported: reported.total(),
    }
}

/// Rounds down, so that only a full share is 1.
fn six_digits(share: f64) -> f64 {
    ((share * 1e6) + 1e-6).floor() / 1e6
}

//! What a whole report comes to. Only one of the outcomes is green, and it can't be reached without
//! a measured test.

use std::collections::BTreeSet;

use winterproof_model::{Profile, Stale};

use crate::matrix::{Column, Matrix};
use crate::text::{grouped, plural};

/// What a run comes to, the worst last.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Outcome {
    /// Complete, at least one test was measured, everything ended as foreseen.
    AsExpected,
    /// Planned tests have no result, or the writer was stopped.
    Incomplete,
    /// Something ended otherwise than foreseen, or an expectation was of no use.
    Unexpected,
    /// Not one test was measured.
    Nothing,
}

impl Outcome {
    /// The word that programs read.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AsExpected => "as_expected",
            Self::Incomplete => "incomplete",
            Self::Unexpected => "unexpected",
            Self::Nothing => "nothing",
        }
    }

    /// The words that people read.
    pub const fn title(self) -> &'static str {
        match self {
            Self::AsExpected => "as expected",
            Self::Incomplete => "incomplete",
            Self::Unexpected => "unexpected results",
            Self::Nothing => "nothing measured",
        }
    }

    /// Whether the outcome is green.
    pub fn is_green(self) -> bool {
        self == Self::AsExpected
    }

    /// What one column comes to.
    pub fn of(column: &Column<'_>) -> Self {
        let cell = &column.cell;
        if cell.measured == 0 {
            Self::Nothing
        } else if cell.unexpected > 0 || !stale(column).is_empty() {
            Self::Unexpected
        } else if cell.unmeasured > 0 || !column.log.is_complete() {
            Self::Incomplete
        } else {
            Self::AsExpected
        }
    }

    /// What a matrix comes to: the worst of its columns, and nothing if it has none.
    pub fn of_all(matrix: &Matrix<'_>) -> Self {
        let columns = matrix.columns.iter().map(Self::of);
        columns.max().unwrap_or(Self::Nothing)
    }
}

/// What a reader must know before any number, one sentence each: runs that are not whole, and
/// expectations that are of no use.
pub fn warnings(matrix: &Matrix<'_>) -> Vec<String> {
    let columns = matrix.columns.iter();
    columns
        .flat_map(|column| warning(column).into_iter().chain(useless(column)))
        .collect()
}

/// How many stale expectations a sentence names.
const NAMED: usize = 5;

/// The expectations that were of no use in a run of all tests.
pub(crate) fn stale<'a>(column: &Column<'a>) -> &'a [Stale] {
    column
        .log
        .footer
        .as_ref()
        .map_or(&[], |footer| &footer.stale)
}

/// That expectations are of no use, in a sentence.
fn useless(column: &Column<'_>) -> Option<String> {
    let stale = stale(column);
    let mut named: Vec<String> = stale.iter().take(NAMED).map(Stale::to_string).collect();
    if stale.len() > NAMED {
        named.push(format!(
            "and {} more",
            grouped((stale.len() - NAMED) as u64)
        ));
    }
    let number = plural(stale.len() as u64, "stale expectation");
    (!stale.is_empty()).then(|| format!("{}: {number}: {}.", column.label, named.join("; ")))
}

/// What is not whole about one run, in a sentence.
pub(crate) fn warning(column: &Column<'_>) -> Option<String> {
    let cell = &column.cell;
    let unmeasured = || {
        let planned = plural(cell.planned, "planned test");
        format!("{} of {planned} unmeasured", grouped(cell.unmeasured))
    };
    let what = if cell.planned == 0 {
        "nothing was measured, the plan is empty".to_owned()
    } else if column.log.footer.is_none() {
        format!("the run was interrupted; {}", unmeasured())
    } else if !column.log.is_complete() {
        format!("the run is incomplete; {}", unmeasured())
    } else if cell.measured == 0 {
        format!(
            "nothing was measured; {} skipped",
            plural(cell.planned, "planned test")
        )
    } else {
        return None;
    };
    Some(format!("{}: {what}.", column.label))
}

/// Whether the run is of a shard that no test falls in, of a plan that has some: there may be more
/// shards than tests.
pub(crate) fn is_empty_shard(column: &Column<'_>) -> bool {
    let header = &column.log.header;
    let is_shard = header.settings.partition.is_some() && header.all() > 0;
    is_shard && column.cell.planned == 0 && column.log.is_complete()
}

fn profile(column: &Column<'_>) -> Profile {
    column.log.header.profile
}

/// What makes columns less comparable than they look, one sentence each.
pub fn notes(matrix: &Matrix<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let suites: Vec<_> = matrix.columns.iter().map(|c| &c.log.header.suite).collect();
    if suites.windows(2).any(|pair| pair[0] != pair[1]) {
        notes.push(
            "The logs are of different test files (another suite, revision or selection): compare \
             columns with care."
                .to_owned(),
        );
    }
    let profiles: BTreeSet<Profile> = matrix.columns.iter().map(profile).collect();
    if profiles.len() > 1 {
        notes.push(
            "The logs are of different profiles: what holds in only one of them is scored in its \
             columns alone."
                .to_owned(),
        );
    }
    for column in &matrix.columns {
        // Where all are of the latest profile, nobody needs to be told.
        if profiles.len() > 1 || profile(column) != Profile::Latest {
            notes.push(format!(
                "{}: judged by the profile {}.",
                column.label,
                profile(column)
            ));
        }
        let header = &column.log.header;
        let settings = &header.settings;
        if let Some(partition) = settings.partition {
            notes.push(format!(
                "{}: only shard {} of {} ({partition}): {} of {}.",
                column.label,
                partition.shard(),
                partition.of(),
                grouped(column.cell.planned),
                plural(header.all(), "test")
            ));
        }
        if !settings.filters.is_empty() {
            notes.push(format!(
                "{}: only a selection was planned ({}).",
                column.label,
                settings.filters.join(", ")
            ));
        }
        if column.not_planned > 0 {
            notes.push(format!(
                "{}: not in its plan: {} of this report.",
                column.label,
                plural(column.not_planned, "test")
            ));
        }
    }
    notes
}

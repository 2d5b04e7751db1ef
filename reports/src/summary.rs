//! What a whole report comes to. Only one of the outcomes is green, and it can't be reached without
//! a measured test.

use crate::matrix::{Column, Matrix};
use crate::text::{grouped, plural};

/// What a run comes to, the worst last.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Outcome {
    /// Complete, at least one test was measured, everything ended as foreseen.
    AsExpected,
    /// Planned tests have no result, or the writer was stopped.
    Incomplete,
    /// Something ended otherwise than foreseen.
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
            Self::Incomplete => "INCOMPLETE",
            Self::Unexpected => "UNEXPECTED RESULTS",
            Self::Nothing => "NOTHING MEASURED",
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
        } else if cell.unexpected > 0 {
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

/// What a reader must know before any number, one sentence each: runs that are not whole.
pub fn warnings(matrix: &Matrix<'_>) -> Vec<String> {
    let mut warnings = Vec::new();
    for column in &matrix.columns {
        let (label, cell) = (&column.label, &column.cell);
        if cell.planned == 0 {
            warnings.push(format!("{label}: nothing was measured, the plan is empty."));
        } else if column.log.footer.is_none() {
            warnings.push(format!(
                "{label}: the run was interrupted; {} of {} unmeasured.",
                grouped(cell.unmeasured),
                plural(cell.planned, "planned test"),
            ));
        } else if !column.log.is_complete() {
            warnings.push(format!(
                "{label}: the run is incomplete; {} of {} unmeasured.",
                grouped(cell.unmeasured),
                plural(cell.planned, "planned test"),
            ));
        } else if cell.measured == 0 {
            warnings.push(format!(
                "{label}: nothing was measured, all {} skipped.",
                plural(cell.planned, "planned test"),
            ));
        }
    }
    warnings
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
    for column in &matrix.columns {
        let settings = &column.log.header.settings;
        if !settings.filters.is_empty() {
            notes.push(format!(
                "{}: only a selection was planned ({}).",
                column.label,
                settings.filters.join(", ")
            ));
        }
        if column.not_planned > 0 {
            notes.push(format!(
                "{}: {} of this report not in its plan.",
                column.label,
                plural(column.not_planned, "test")
            ));
        }
    }
    notes
}

//! The matrix for people at a prompt.

use std::fmt::Write;

use comfy_table::{Attribute, Cell as TableCell, CellAlignment, Color, ContentArrangement, Table};

use winterproof_model::Verdict;

use crate::cell::Cell;
use crate::matrix::{Entry, Matrix};
use crate::summary::{self, Outcome};
use crate::text::{grouped, one_line, percent, plural};
use crate::unexpected::{Unexpected, What, unexpected};

/// How to draw.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether to write ANSI colours.
    pub colour: bool,
    /// Columns of the terminal; `None` lets the table grow as wide as it likes.
    pub width: Option<u16>,
    /// How many unexpected results to list.
    pub unexpected: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            colour: false,
            width: None,
            unexpected: 10,
        }
    }
}

/// Longest message of an unexpected result, in characters.
const MESSAGE: usize = 200;

/// Draws the matrix, what must not be overlooked, and the first unexpected results.
pub fn render(matrix: &Matrix<'_>, options: Options) -> String {
    let paint = Paint(options.colour);
    let mut out = String::new();
    for warning in summary::warnings(matrix) {
        let _ = writeln!(
            out,
            "{}",
            paint.alarm(&format!("!! {}", one_line(&warning, 500)))
        );
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&table(matrix, options));
    out.push_str(
        "\npassed/known subtests, then the mean over tests; known = seen on any runtime of this \
         report, so a crash can't raise a rate\n",
    );
    for note in summary::notes(matrix) {
        let _ = writeln!(out, "note: {}", one_line(&note, 500));
    }
    list(matrix, options, &mut out);
    stale(matrix, options, &mut out);
    let disabled = |entry: &Entry<'_>| {
        let result = &entry.record?.result;
        let reason = result.message.as_deref().unwrap_or_default();
        (result.verdict == Verdict::Disabled).then(|| one_line(reason, MESSAGE))
    };
    named(matrix, options, "disabled tests", disabled, &mut out);
    let flaky = |entry: &Entry<'_>| {
        entry
            .flaky
            .then(|| format!("{} attempts", entry.earlier.len() + 1))
    };
    named(matrix, options, "flaky tests", flaky, &mut out);
    let slow = |entry: &Entry<'_>| {
        let record = entry.record.filter(|record| record.slow)?;
        Some(format!("{} ms", grouped(record.result.duration_ms)))
    };
    named(matrix, options, "slow tests", slow, &mut out);
    let _ = writeln!(out, "\n{}", last_line(matrix, paint));
    out
}

fn table(matrix: &Matrix<'_>, options: Options) -> String {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    match options.width {
        Some(width) => {
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(width);
        }
        None => {
            table.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    table.force_no_tty();
    if options.colour {
        table.enforce_styling();
    }
    let bold = |text: String| TableCell::new(text).add_attribute(Attribute::Bold);
    let mut header = vec![bold("area".to_owned())];
    header.extend(
        matrix
            .columns
            .iter()
            .map(|column| bold(one_line(&column.label, 60)).set_alignment(CellAlignment::Right)),
    );
    table.set_header(header);
    for area in &matrix.areas {
        let mut row = vec![TableCell::new(one_line(area.title(), 60))];
        row.extend(area.cells.iter().map(cell));
        table.add_row(row);
    }
    let mut totals = vec![bold("total".to_owned())];
    totals.extend(matrix.columns.iter().map(|c| cell(&c.cell)));
    table.add_row(totals);
    table.trim_fmt() + "\n"
}

fn cell(cell: &Cell) -> TableCell {
    let mut text = if cell.planned == 0 {
        "not planned".to_owned()
    } else if let Some(mean) = cell.mean() {
        format!(
            "{}/{} {:>6}",
            cell.subtests.passed(),
            cell.subtests.scored(),
            percent(mean)
        )
    } else {
        "–".to_owned()
    };
    for remark in cell.remarks() {
        text.push('\n');
        text.push_str(&remark);
    }
    let drawn = TableCell::new(text).set_alignment(CellAlignment::Right);
    match cell.mean() {
        _ if cell.unexpected > 0 || cell.unmeasured > 0 => drawn.fg(Color::Red),
        Some(_) if cell.is_full() => drawn.fg(Color::Green),
        Some(mean) if mean < 0.5 => drawn.fg(Color::Magenta),
        Some(_) => drawn.fg(Color::Yellow),
        None => drawn,
    }
}

fn list(matrix: &Matrix<'_>, options: Options, out: &mut String) {
    let found = unexpected(matrix);
    if found.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nunexpected results: {}", grouped(found.len() as u64));
    for item in found.iter().take(options.unexpected) {
        let label = one_line(&matrix.columns[item.column].label, 60);
        let _ = writeln!(out, "  {label}: {}", one_line(item.id.as_str(), 200));
        let _ = writeln!(out, "    {}", line_of(item));
        if let Some(message) = item.message {
            let _ = writeln!(out, "      {}", one_line(message, MESSAGE));
        }
        if let Some(why) = item.why {
            let _ = writeln!(
                out,
                "      expected because: {}",
                one_line(&why.text(), MESSAGE)
            );
        }
    }
    more(found.len(), options, out);
}

/// Lists the expectations that are of no use.
fn stale(matrix: &Matrix<'_>, options: Options, out: &mut String) {
    let columns = matrix.columns.iter();
    let found: Vec<String> = columns
        .flat_map(|column| {
            let label = one_line(&column.label, 60);
            let stale = summary::stale(column).iter();
            stale.map(move |one| format!("  {label}: {}", one_line(&one.to_string(), 500)))
        })
        .collect();
    if found.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nstale expectations: {}", grouped(found.len() as u64));
    for line in found.iter().take(options.unexpected) {
        let _ = writeln!(out, "{line}");
    }
    more(found.len(), options, out);
}

/// How many of a list are left out.
fn more(all: usize, options: Options, out: &mut String) {
    if let Some(more) = all.checked_sub(options.unexpected).filter(|n| *n > 0) {
        let _ = writeln!(out, "  ... and {} more", grouped(more as u64));
    }
}

/// Lists the tests of which `told` has something to tell.
fn named(
    matrix: &Matrix<'_>,
    options: Options,
    title: &str,
    told: impl Fn(&Entry<'_>) -> Option<String>,
    out: &mut String,
) {
    let entries = matrix.rows().flat_map(|(_, row)| {
        let columns = row.entries.iter().enumerate();
        columns.flat_map(|(column, entries)| entries.iter().map(move |entry| (column, entry)))
    });
    let mut found: Vec<(usize, String)> = entries
        .filter_map(|(column, entry)| {
            let id = one_line(entry.id.as_str(), 200);
            Some((column, format!("{id} ({})", told(entry)?)))
        })
        .collect();
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|(column, _)| *column);
    let _ = writeln!(out, "\n{title}: {}", grouped(found.len() as u64));
    for (column, text) in found.iter().take(options.unexpected) {
        let label = one_line(&matrix.columns[*column].label, 60);
        let _ = writeln!(out, "  {label}: {text}");
    }
    more(found.len(), options, out);
}

fn line_of(item: &Unexpected<'_>) -> String {
    let what = match item.what {
        What::Test => "the test itself".to_owned(),
        What::Subtest(key) => one_line(&key.to_string(), MESSAGE),
        What::Missing(name) => one_line(name, MESSAGE),
    };
    let hint = if item.better {
        "; the expectation is out of date"
    } else {
        ""
    };
    format!("{} (expected {}{hint}): {what}", item.status, item.expected)
}

fn last_line(matrix: &Matrix<'_>, paint: Paint) -> String {
    let mut all = Cell::default();
    for column in &matrix.columns {
        all.merge(&column.cell);
    }
    let outcome = Outcome::of_all(matrix);
    let stale = matrix.columns.iter().map(|it| summary::stale(it).len());
    let stale = match stale.sum::<usize>() {
        0 => String::new(),
        number => format!(", {}", plural(number as u64, "stale expectation")),
    };
    let numbers = format!(
        "{} measured, {} unexpected, {} unmeasured, {} skipped, {} flaky{stale}",
        plural(all.measured, "test"),
        grouped(all.unexpected),
        grouped(all.unmeasured),
        grouped(all.skipped()),
        grouped(all.flaky),
    );
    let title = outcome.title();
    if outcome.is_green() {
        paint.calm(&format!("{title}: {numbers}"))
    } else {
        paint.alarm(&format!("{}: {numbers}", title.to_uppercase()))
    }
}

/// Colours outside the table.
#[derive(Clone, Copy)]
pub(crate) struct Paint(pub(crate) bool);

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    /// Bold red.
    pub(crate) fn alarm(self, text: &str) -> String {
        self.with("1;31", text)
    }

    /// Green.
    pub(crate) fn calm(self, text: &str) -> String {
        self.with("32", text)
    }
}

//! The matrix and what is unexpected, in GitHub's Markdown: for job summaries and comments.
//!
//! GitHub drops a job summary of more than 1 MiB without a word, so the text stays below
//! [`Limits::bytes`]: what ended worst comes first, and where something is cut, a line says how much.
//! Foreign text stands in code spans, where neither markup nor an `@name` in it does anything.

use std::fmt::Write;

use winterproof_model::{Foreseen, Verdict};

use crate::cell::Cell;
use crate::matrix::Matrix;
use crate::summary::{self, Outcome};
use crate::text::{grouped, one_line, percent, plural};
use crate::unexpected::{Unexpected, What, unexpected};

/// How long the text may become.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the whole text.
    pub bytes: usize,
    /// Characters of one message.
    pub message: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // GitHub takes 1,048,576 bytes a step; a little is left for what a caller adds.
            bytes: 1_000_000,
            message: 500,
        }
    }
}

/// Room for the line that says what was cut.
const LAST_LINE: usize = 200;

/// Writes the matrix, then the unexpected results, worst first.
pub fn render(matrix: &Matrix<'_>, limits: Limits) -> String {
    let mut out = format!("## winterproof: {}\n\n", Outcome::of_all(matrix).title());
    let warnings = summary::warnings(matrix);
    if !warnings.is_empty() {
        out.push_str("> [!WARNING]\n");
        for warning in warnings {
            let _ = writeln!(out, "> {}  ", plain(&warning));
        }
        out.push('\n');
    }
    table(matrix, &mut out);
    out.push_str(
        "\nPassed/known subtests, then the mean over tests. *Known* subtests were seen on any \
         runtime of this report, so a crash can't raise a rate. What was not measured, was skipped \
         or needs an absent optional feature is neither a pass nor a fail.\n",
    );
    for note in summary::notes(matrix) {
        let _ = writeln!(out, "\n_Note:_ {}", plain(&note));
    }
    let found = unexpected(matrix);
    if !found.is_empty() {
        let _ = writeln!(
            out,
            "\n### Unexpected results: {}\n",
            grouped(found.len() as u64)
        );
        list(matrix, &found, limits, &mut out);
    }
    disabled(matrix, limits, &mut out);
    out
}

fn table(matrix: &Matrix<'_>, out: &mut String) {
    out.push_str("| Area |");
    for column in &matrix.columns {
        let _ = write!(out, " {} |", plain(&column.label));
    }
    out.push_str("\n|:--|");
    out.push_str(&"--:|".repeat(matrix.columns.len()));
    out.push('\n');
    for area in &matrix.areas {
        let _ = write!(out, "| {} |", plain(area.title()));
        for each in &area.cells {
            let _ = write!(out, " {} |", cell(each));
        }
        out.push('\n');
    }
    out.push_str("| **Total** |");
    for column in &matrix.columns {
        let _ = write!(out, " {} |", cell(&column.cell));
    }
    out.push('\n');
}

fn cell(cell: &Cell) -> String {
    let mut text = match cell.mean() {
        _ if cell.planned == 0 => "not planned".to_owned(),
        None => "–".to_owned(),
        Some(mean) => format!(
            "{}/{} **{}**",
            grouped(cell.subtests.passed()),
            grouped(cell.subtests.scored()),
            percent(mean)
        ),
    };
    let remarks = cell.remarks();
    if !remarks.is_empty() {
        let _ = write!(text, "<br>{}", remarks.join(", "));
    }
    text
}

fn list(matrix: &Matrix<'_>, found: &[Unexpected<'_>], limits: Limits, out: &mut String) {
    let mut heading: Option<(usize, &str)> = None;
    for (at, item) in found.iter().enumerate() {
        let mut piece = String::new();
        if heading != Some((item.column, item.id.as_str())) {
            heading = Some((item.column, item.id.as_str()));
            let label = plain(&matrix.columns[item.column].label);
            let _ = writeln!(piece, "- {label}: {}", code(item.id.as_str(), 500));
        }
        let what = match item.what {
            What::Test => "the test itself".to_owned(),
            What::Subtest(key) => code(&key.to_string(), limits.message),
            What::Missing(name) => code(name, limits.message),
        };
        let hint = if item.better {
            "; the expectation is out of date"
        } else {
            ""
        };
        let (status, expected) = (item.status, plain(item.expected));
        let _ = writeln!(
            piece,
            "  - **{status}** (expected {expected}{hint}): {what}"
        );
        if let Some(message) = item.message.filter(|message| !message.is_empty()) {
            let _ = writeln!(piece, "    {}", code(message, limits.message));
        }
        if let Some(why) = item.why {
            let _ = writeln!(piece, "    expected because: {}", reason(why, limits));
        }
        if out.len() + piece.len() + LAST_LINE > limits.bytes {
            let left = plural((found.len() - at) as u64, "unexpected result");
            let _ = writeln!(
                out,
                "\n**{left} left out here** to keep this text below {} bytes; the HTML and JUnit \
                 reports list all.",
                grouped(limits.bytes as u64)
            );
            return;
        }
        out.push_str(&piece);
    }
}

/// A reason, and a link to where it is talked about.
fn reason(why: &Foreseen, limits: Limits) -> String {
    let text = code(&why.reason, limits.message);
    match &why.issue {
        // An address has no character in it that ends one in Markdown, for it was read as one.
        Some(issue) => format!(
            "{text} (<{}>)",
            one_line(issue, limits.message).replace(['<', '>'], "")
        ),
        None => text,
    }
}

/// Lists the tests that are not run.
fn disabled(matrix: &Matrix<'_>, limits: Limits, out: &mut String) {
    let mut lines = Vec::new();
    for (_, row) in matrix.rows() {
        for (column, entries) in matrix.columns.iter().zip(&row.entries) {
            let records = entries.iter().filter_map(|entry| entry.record);
            for record in records.filter(|it| it.result.verdict == Verdict::Disabled) {
                let reason = record.result.message.as_deref().unwrap_or_default();
                let (label, id) = (plain(&column.label), code(record.id.as_str(), 500));
                lines.push(format!(
                    "- {label}: {id}: {}\n",
                    code(reason, limits.message)
                ));
            }
        }
    }
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\n### Disabled tests: {}\n",
        grouped(lines.len() as u64)
    );
    for (at, line) in lines.iter().enumerate() {
        if out.len() + line.len() + LAST_LINE > limits.bytes {
            let left = plural((lines.len() - at) as u64, "disabled test");
            let _ = writeln!(out, "\n**{left} left out here.**");
            return;
        }
        out.push_str(line);
    }
}

/// Foreign text as a code span on one line.
pub(crate) fn code(text: &str, limit: usize) -> String {
    let text = one_line(text, limit);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // Spaces keep backticks at the ends apart from the fence, and an empty span a span.
    let pad = if text.starts_with('`') || text.ends_with('`') || text.is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Short foreign text (labels, areas) in the running text: markup in it is written out.
pub(crate) fn plain(text: &str) -> String {
    let mut safe = String::new();
    for c in one_line(text, 500).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '@' | '&'
        ) {
            let _ = write!(safe, "&#{};", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

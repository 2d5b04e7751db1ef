//! The report for people: one self-contained page.
//!
//! The matrix, what is incomplete and the first unexpected results are plain HTML and readable
//! without scripts. Tests and subtests are drawn by the page's own script from one embedded and
//! compressed JSON value (described in `html_data`), as far as the reader opens them. The page loads nothing: its content
//! security policy forbids it, and links to specifications are the only addresses in it.

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use serde::Serialize;

use crate::cell::Cell;
use crate::error::ReportError;
use crate::html_data;
use crate::matrix::{Column, Matrix};
use crate::summary::{self, Outcome};
use crate::text::{grouped, one_line, percent, plural, visible};
use crate::unexpected::{What, unexpected};

/// Unexpected results in the static part of the page.
const LISTED: usize = 25;

/// What the template is filled with.
#[derive(Serialize)]
struct Page {
    suite: String,
    titles: String,
    size: String,
    outcome: &'static str,
    outcome_title: &'static str,
    warnings: Vec<String>,
    notes: Vec<String>,
    columns: Vec<ColumnView>,
    areas: Vec<AreaView>,
    unexpected: Vec<UnexpectedView>,
    unexpected_total: String,
    unexpected_more: usize,
    style: &'static str,
    script: &'static str,
    data: String,
}

/// A cell as the template draws it.
#[derive(Serialize)]
struct CellView {
    level: String,
    rate: String,
    /// Of the bar, in percent.
    width: u32,
    numbers: String,
    remarks: Vec<String>,
    detail: String,
}

#[derive(Serialize)]
struct ColumnView {
    label: String,
    title: String,
    version: String,
    outcome: &'static str,
    outcome_title: &'static str,
    facts: Vec<(&'static str, String)>,
    deviations: Vec<String>,
    partial: bool,
    measured: String,
    total: CellView,
}

#[derive(Serialize)]
struct AreaView {
    title: String,
    tests: String,
    cells: Vec<CellView>,
}

#[derive(Serialize)]
struct UnexpectedView {
    runtime: String,
    test: String,
    what: String,
    status: &'static str,
    expected: String,
    message: String,
    href: String,
}

/// Writes the page.
pub fn render(matrix: &Matrix<'_>) -> Result<String, ReportError> {
    let failed = |error: minijinja::Error| ReportError::Format {
        format: "html",
        problem: format!("{error:#}"),
    };
    let mut environment = Environment::new();
    environment.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .map_err(failed)?,
    );
    environment
        .add_template("report.html", include_str!("../templates/report.html"))
        .map_err(failed)?;
    environment
        .get_template("report.html")
        .and_then(|template| template.render(Serde(page(matrix))))
        .map_err(failed)
}

fn page(matrix: &Matrix<'_>) -> Page {
    let outcome = Outcome::of_all(matrix);
    let found = unexpected(matrix);
    let tests = matrix.rows().count() as u64;
    let subtests: u64 = matrix.rows().map(|(_, row)| row.known.len() as u64).sum();
    let mut titles: Vec<String> = Vec::new();
    for column in &matrix.columns {
        let title = visible(&column.log.header.runtime.title).into_owned();
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    Page {
        suite: suite(matrix),
        titles: titles.join(", "),
        size: format!(
            "{} in {}, {}",
            plural(tests, "test"),
            plural(matrix.areas.len() as u64, "area"),
            plural(subtests, "subtest")
        ),
        outcome: outcome.as_str(),
        outcome_title: outcome.title(),
        warnings: summary::warnings(matrix),
        notes: summary::notes(matrix),
        columns: matrix.columns.iter().map(column).collect(),
        areas: matrix
            .areas
            .iter()
            .map(|area| AreaView {
                title: visible(area.title()).into_owned(),
                tests: plural(area.rows.len() as u64, "test"),
                cells: area.cells.iter().map(cell).collect(),
            })
            .collect(),
        unexpected: found
            .iter()
            .take(LISTED)
            .map(|item| view(matrix, item))
            .collect(),
        unexpected_total: grouped(found.len() as u64),
        unexpected_more: found.len().saturating_sub(LISTED),
        style: include_str!("../templates/report.css"),
        script: concat!(
            include_str!("../templates/match.js"),
            "\n",
            include_str!("../templates/draw.js"),
            "\n",
            include_str!("../templates/page.js"),
        ),
        data: html_data::packed(matrix),
    }
}

/// The suites' names with their revisions, each once.
fn suite(matrix: &Matrix<'_>) -> String {
    let mut names: Vec<String> = Vec::new();
    for column in &matrix.columns {
        let suite = &column.log.header.suite;
        let name = match &suite.revision {
            Some(revision) => format!("{} {}", suite.name, one_line(revision, 12)),
            None => suite.name.clone(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    visible(&names.join(", ")).into_owned()
}

fn column(column: &Column<'_>) -> ColumnView {
    let header = &column.log.header;
    let runtime = &header.runtime;
    let outcome = Outcome::of(column);
    let mut facts = Vec::new();
    let mut fact = |name, value: Option<String>| {
        facts.extend(value.map(|value| (name, visible(&value).into_owned())));
    };
    fact("Engine", runtime.engine.clone());
    fact(
        "Flags",
        (!runtime.flags.is_empty()).then(|| runtime.flags.join(" ")),
    );
    let environment = |(name, value): (&String, &String)| format!("{name}={value}");
    let variables: Vec<String> = runtime.environment.iter().map(environment).collect();
    fact(
        "Environment",
        (!variables.is_empty()).then(|| variables.join(" ")),
    );
    fact("Binary SHA-256", runtime.binary_sha256.clone());
    fact(
        "Host",
        Some(format!("{} {}", header.host.os, header.host.arch)),
    );
    fact("Profile", Some(header.profile.to_string()));
    fact("Run began", Some(header.started.clone()));
    fact(
        "Run took",
        column.log.footer.as_ref().map(|footer| {
            let seconds = footer.duration_ms as f64 / 1000.0;
            format!("{seconds:.1} s")
        }),
    );
    fact(
        "winterproof",
        Some(format!(
            "{}, adapter {} version {}",
            header.harness_version, runtime.id, runtime.adapter_version
        )),
    );
    fact("Suite hash", Some(header.suite.hash.clone()));
    fact("Log", Some(column.file.to_owned()));
    ColumnView {
        label: visible(&column.label).into_owned(),
        title: visible(&runtime.title).into_owned(),
        version: visible(
            column
                .label
                .strip_prefix(&runtime.title)
                .unwrap_or(&column.label)
                .trim(),
        )
        .into_owned(),
        outcome: outcome.as_str(),
        outcome_title: outcome.title(),
        facts,
        deviations: runtime
            .deviations
            .iter()
            .map(|deviation| visible(deviation).into_owned())
            .collect(),
        partial: column.cell.measured + column.cell.skipped() < column.cell.planned,
        measured: format!(
            "{} of {} measured",
            grouped(column.cell.measured),
            plural(column.cell.planned, "test")
        ),
        total: cell(&column.cell),
    }
}

fn cell(cell: &Cell) -> CellView {
    let mean = cell.mean();
    let subtests = &cell.subtests;
    let mut detail = format!(
        "{} of {} planned tests measured, {} passed; {} of {} known subtests passed",
        grouped(cell.measured),
        grouped(cell.planned),
        grouped(cell.passed),
        grouped(subtests.passed()),
        grouped(subtests.scored()),
    );
    for (reason, number) in &cell.skip_reasons {
        detail.push_str(&format!(
            "; {} skipped: {}",
            grouped(*number),
            one_line(reason, 200)
        ));
    }
    CellView {
        level: match cell.unmeasured {
            0 => level(cell).to_owned(),
            _ => format!("{} partial", level(cell)),
        },
        rate: match mean {
            _ if cell.planned == 0 => "not planned".to_owned(),
            Some(mean) => percent(mean),
            None if cell.measured == 0 => "not measured".to_owned(),
            None if subtests.outside_profile() > 0 && subtests.precondition_failed() == 0 => {
                "outside the profile".to_owned()
            }
            None => "optional".to_owned(),
        },
        width: mean.map_or(0, |mean| (mean * 100.0) as u32),
        numbers: if mean.is_some() {
            format!(
                "{}/{}",
                grouped(subtests.passed()),
                grouped(subtests.scored())
            )
        } else {
            String::new()
        },
        remarks: if cell.planned == 0 {
            Vec::new()
        } else {
            cell.remarks()
        },
        detail,
    }
}

/// The colour of a cell; the script uses the same steps for tests.
fn level(cell: &Cell) -> &'static str {
    match cell.mean() {
        None => "none",
        Some(_) if cell.is_full() => "full",
        Some(mean) if mean >= 0.95 => "l5",
        Some(mean) if mean >= 0.75 => "l4",
        Some(mean) if mean >= 0.5 => "l3",
        Some(mean) if mean >= 0.25 => "l2",
        Some(mean) if mean > 0.0 => "l1",
        Some(_) => "l0",
    }
}

fn view(matrix: &Matrix<'_>, item: &crate::unexpected::Unexpected<'_>) -> UnexpectedView {
    let subtest = match item.what {
        What::Test => None,
        What::Subtest(key) => Some(visible(&key.to_string()).into_owned()),
        What::Missing(name) => Some(visible(name).into_owned()),
    };
    let mut href = format!("#test={}", encode(&item.id.row()));
    if let Some(subtest) = &subtest {
        href.push_str(&format!("&subtest={}", encode(subtest)));
    }
    UnexpectedView {
        runtime: visible(&matrix.columns[item.column].label).into_owned(),
        test: visible(item.id.as_str()).into_owned(),
        what: subtest.unwrap_or_else(|| "the test itself".to_owned()),
        status: item.status,
        expected: visible(item.expected).into_owned(),
        message: one_line(item.message.unwrap_or_default(), 300),
        href,
    }
}

/// Percent-encodes for the page's fragment, as `encodeURIComponent` does.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

//! Annotations for GitHub: workflow commands, one a line, for the log of a step.
//!
//! ```text
//! ::error file=suites/url/a.any.js,line=7,col=3,title=/url/a.any.js::Node.js 26.1.0: FAIL …
//! ```
//!
//! GitHub shows ten errors and ten warnings of a step and drops the rest without a word, so there are
//! never more: first what is not complete, then the tests with unexpected results, worst first, one
//! annotation a test file whatever the number of runtimes and subtests, then each stale expectation at
//! its own file and line, and at last one that says how many are left out. Flaky tests are warnings. When
//! there is no error, a notice says what was measured: silence is never a green run.
//!
//! The file is named where it is in the reader's checkout (which the caller knows), the line where a
//! stack names one.
//!
//! Source: <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use std::collections::HashMap;
use std::fmt::Write;

use winterproof_model::{Stale, TestId};

use crate::Locate;
use crate::matrix::Matrix;
use crate::summary::{self, Outcome};
use crate::text::{grouped, one_line, plural, visible};
use crate::unexpected::{Unexpected, What, unexpected};

/// Annotations of a kind that GitHub shows of one step.
pub const LIMIT: usize = 10;
/// Results named in one annotation.
const RESULTS: usize = 8;
/// Characters of a name or message.
const TEXT: usize = 300;

/// Writes the workflow commands.
pub fn render(matrix: &Matrix<'_>, locate: Locate<'_>) -> String {
    let mut out = String::new();
    let columns = matrix.columns.iter();
    let warnings: Vec<String> = columns.filter_map(summary::warning).collect();
    if !warnings.is_empty() {
        let title = "The report is not complete".to_owned();
        command(&mut out, "error", &[("title", title)], &warnings.join("\n"));
    }
    let groups = groups(unexpected(matrix));
    let stale = stale(matrix);
    let room = LIMIT - usize::from(!warnings.is_empty());
    let all = groups.len() + stale.len();
    let shown = if all > room { room - 1 } else { all };
    let tests = groups.len().min(shown);
    for group in &groups[..tests] {
        error(matrix, group, locate, &mut out);
    }
    for (one, labels) in &stale[..shown - tests] {
        useless(one, labels, &mut out);
    }
    if all > shown {
        let tests = (groups.len() - tests) as u64;
        let expectations = (all - shown) as u64 - tests;
        let tests = format!("{} with unexpected results", plural(tests, "test"));
        let expectations = plural(expectations, "stale expectation");
        let left = match (groups.len() > shown, stale.is_empty()) {
            (true, true) => tests,
            (true, false) => format!("{tests} and {expectations}"),
            (false, _) => expectations,
        };
        let title = "More unexpected results".to_owned();
        let text = format!("{left} left out here");
        command(&mut out, "error", &[("title", title)], &text);
    }
    if warnings.is_empty() && all == 0 {
        notice(matrix, &mut out);
    }
    flaky(matrix, locate, &mut out);
    out
}

/// The results of each test file, the file with the worst one first.
fn groups(found: Vec<Unexpected<'_>>) -> Vec<Vec<Unexpected<'_>>> {
    let mut groups: Vec<Vec<Unexpected<'_>>> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    for item in found {
        let at = *index.entry(item.id.source()).or_insert(groups.len());
        if at == groups.len() {
            groups.push(Vec::new());
        }
        groups[at].push(item);
    }
    groups
}

fn error(matrix: &Matrix<'_>, group: &[Unexpected<'_>], locate: Locate<'_>, out: &mut String) {
    let id = group[0].id;
    let mut text = String::new();
    for item in group.iter().take(RESULTS) {
        let label = visible(&matrix.columns[item.column].label);
        let what = match item.what {
            What::Test => "the test itself".to_owned(),
            What::Subtest(key) => one_line(&key.to_string(), TEXT),
            What::Missing(name) => one_line(name, TEXT),
        };
        let (status, expected) = (item.status, one_line(item.expected, TEXT));
        let hint = if item.better {
            "; the expectation is out of date"
        } else {
            ""
        };
        let _ = write!(
            text,
            "{label}: {status} (expected {expected}{hint}): {what}"
        );
        if let Some(message) = item.message.filter(|message| !message.is_empty()) {
            let _ = write!(text, ": {}", one_line(message, TEXT));
        }
        text.push('\n');
    }
    if group.len() > RESULTS {
        let left = plural((group.len() - RESULTS) as u64, "more unexpected result");
        let _ = writeln!(text, "{left} of this test");
    }
    let mut facts = place(id, group.iter().find_map(|item| item.stack), locate);
    let number = plural(group.len() as u64, "unexpected result");
    facts.push(("title", format!("{}: {number}", visible(&id.source()))));
    command(out, "error", &facts, text.trim_end());
}

/// The expectations that were of no use, each with the runtimes of which that is so.
fn stale<'a>(matrix: &'a Matrix<'_>) -> Vec<(&'a Stale, Vec<&'a str>)> {
    let mut all: Vec<(&Stale, Vec<&str>)> = Vec::new();
    for column in &matrix.columns {
        for one in summary::stale(column) {
            match all.iter_mut().find(|(known, _)| *known == one) {
                Some((_, labels)) => labels.push(&column.label),
                None => all.push((one, vec![&column.label])),
            }
        }
    }
    all
}

/// The entry is where it says it is.
fn useless(one: &Stale, labels: &[&str], out: &mut String) {
    let mut facts = Vec::new();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    match one.place.rsplit_once(':') {
        Some((file, line)) if is_number(line) => {
            facts.push(("file", file.to_owned()));
            facts.push(("line", line.to_owned()));
        }
        _ => facts.push(("file", one.place.clone())),
    }
    facts.push(("title", "Stale expectation".to_owned()));
    let labels = visible(&labels.join(", ")).into_owned();
    let text = format!("{labels}: {}", one_line(&one.problem, TEXT));
    command(out, "error", &facts, &text);
}

fn notice(matrix: &Matrix<'_>, out: &mut String) {
    let lines: Vec<String> = matrix
        .columns
        .iter()
        .map(|column| {
            let subtests = &column.cell.subtests;
            format!(
                "{}: {} measured, {} of {} known subtests passed",
                visible(&column.label),
                plural(column.cell.measured, "test"),
                grouped(subtests.passed()),
                grouped(subtests.scored()),
            )
        })
        .collect();
    let title = format!("winterproof: {}", Outcome::of_all(matrix).title());
    command(out, "notice", &[("title", title)], &lines.join("\n"));
}

fn flaky(matrix: &Matrix<'_>, locate: Locate<'_>, out: &mut String) {
    let mut found: Vec<(&TestId, Vec<&str>)> = Vec::new();
    for (_, row) in matrix.rows() {
        for (column, entries) in matrix.columns.iter().zip(&row.entries) {
            for entry in entries.iter().filter(|entry| entry.flaky) {
                let file = |(id, _): &&mut (&TestId, _)| id.source() == entry.id.source();
                match found.iter_mut().rev().find(file) {
                    Some((_, labels)) => labels.push(&column.label),
                    None => found.push((entry.id, vec![&column.label])),
                }
            }
        }
    }
    let shown = if found.len() > LIMIT {
        LIMIT - 1
    } else {
        found.len()
    };
    for (id, labels) in &found[..shown] {
        let labels = visible(&labels.join(", ")).into_owned();
        let mut facts = place(id, None, locate);
        facts.push(("title", format!("{}: flaky", visible(&id.source()))));
        let text = format!("its attempts ended differently, the last one counts: {labels}");
        command(out, "warning", &facts, &text);
    }
    if found.len() > shown {
        let left = plural((found.len() - shown) as u64, "flaky test");
        let title = "More flaky tests".to_owned();
        command(
            out,
            "warning",
            &[("title", title)],
            &format!("{left} left out here"),
        );
    }
}

/// Where the test is: its file, if that is in the checkout, and the line that a stack names.
fn place(id: &TestId, stack: Option<&str>, locate: Locate<'_>) -> Vec<(&'static str, String)> {
    let Some(file) = locate(id) else {
        return Vec::new();
    };
    let mut facts = vec![("file", file)];
    if let Some((line, column)) = stack.and_then(|stack| line_in(stack, &id.source())) {
        facts.push(("line", line.to_owned()));
        facts.extend(column.map(|column| ("col", column.to_owned())));
    }
    facts
}

/// The first `SOURCE:LINE` or `SOURCE:LINE:COLUMN` of a stack.
fn line_in<'a>(stack: &'a str, source: &str) -> Option<(&'a str, Option<&'a str>)> {
    let number = |text: &'a str| {
        let text = text.strip_prefix(':')?;
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        (end > 0).then(|| text.split_at(end))
    };
    stack.match_indices(source).find_map(|(at, _)| {
        let (line, rest) = number(&stack[at + source.len()..])?;
        Some((line, number(rest).map(|(column, _)| column)))
    })
}

fn command(out: &mut String, name: &str, facts: &[(&str, String)], text: &str) {
    let _ = write!(out, "::{name}");
    for (at, (key, value)) in facts.iter().enumerate() {
        let separator = if at == 0 { ' ' } else { ',' };
        let value = escape(value).replace(':', "%3A").replace(',', "%2C");
        let _ = write!(out, "{separator}{key}={value}");
    }
    let _ = writeln!(out, "::{}", escape(text));
}

fn escape(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

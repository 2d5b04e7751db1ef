//! TAP 14, the Test Anything Protocol: one test point a test, its subtests below it.
//!
//! ```text
//! TAP version 14
//! 1..1
//! # Subtest: node:/url/a.any.js
//!     1..2
//!     ok 1 - harness status
//!     not ok 2 - a name # TODO FAIL as expected
//! ok 1 - node:/url/a.any.js
//! ```
//!
//! TAP's directives say what a pipeline has to know, so red and green follow the **verdict**:
//!
//! | result | test point |
//! |---|---|
//! | passed, as foreseen | `ok` |
//! | failed, as foreseen, or known intermittent | `not ok … # TODO`, which TAP calls no failure |
//! | PRECONDITION_FAILED as foreseen, SKIP | `ok … # SKIP` with the reason |
//! | outside the run's profile | `ok … # SKIP` that says since or until when it holds |
//! | not as foreseen (better included), not reported, unmeasured | `not ok` |
//! | interrupted run, nothing measured | `not ok`: a test point that the run is complete |
//! | stale expectation | `not ok`: a test point of its own |
//!
//! Below a `not ok`, and below a test whose attempts ended differently, stand the details as YAML;
//! their texts are in double quotes, as JSON writes them.
//!
//! Source: <https://testanything.org/tap-version-14-specification.html>

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write;

use winterproof_model::log::TestRecord;
use winterproof_model::{Foreseen, HarnessStatus};

use crate::matrix::{Entry, Matrix};
use crate::seen::{HARNESS, MISSING, STALE, Seen, Sign, UNMEASURED, prefixes, unique};
use crate::summary;
use crate::text::{one_line, visible};
use crate::unexpected::NOT_REPORTED;

/// Writes one TAP document for all columns.
pub fn render(matrix: &Matrix<'_>) -> String {
    let warnings: Vec<_> = matrix.columns.iter().map(summary::warning).collect();
    let planned: u64 = matrix
        .columns
        .iter()
        .map(|column| column.cell.planned)
        .sum();
    let stale = matrix.columns.iter().map(|it| summary::stale(it).len());
    let points = planned + (warnings.iter().flatten().count() + stale.sum::<usize>()) as u64;
    let mut tap = Tap {
        out: format!("TAP version 14\n1..{points}\n"),
        indent: "",
        number: 0,
    };
    for (at, prefix) in prefixes(matrix).iter().enumerate() {
        if let Some(warning) = &warnings[at] {
            tap.point(false, &format!("{prefix}: the run is complete"), "");
            tap.details(&[
                ("status", quoted("INCOMPLETE")),
                ("message", quoted(warning)),
            ]);
        }
        for stale in summary::stale(&matrix.columns[at]) {
            let name = format!("{prefix}: the expectation at {}", visible(&stale.place));
            tap.point(false, &name, "");
            tap.details(&[
                ("status", quoted(STALE)),
                ("message", quoted(&stale.problem)),
            ]);
        }
        for (_, row) in matrix.rows() {
            for entry in &row.entries[at] {
                test(prefix, entry, &mut tap);
            }
        }
    }
    tap.out
}

fn test(prefix: &str, entry: &Entry<'_>, tap: &mut Tap) {
    let name = format!("{prefix}:{}", visible(entry.id.as_str()));
    let Some(record) = entry.record else {
        tap.point(false, &name, "");
        tap.details(&[
            ("status", quoted("UNMEASURED")),
            ("message", quoted(UNMEASURED)),
        ]);
        return;
    };
    let result = &record.result;
    if result.status == HarnessStatus::Skip && result.is_expected() {
        tap.seen(&name, &Seen::of(record));
        return;
    }
    let _ = writeln!(tap.out, "# Subtest: {}", escape(&name));
    let green = subtests(record, tap);
    tap.point(green, &name, "");
    let mut details = vec![("duration_ms", result.duration_ms.to_string())];
    if entry.flaky {
        details.push(("flaky", "true".to_owned()));
        details.push(("attempts", record.attempt.to_string()));
    }
    if !green || entry.flaky {
        tap.details(&details);
    }
}

/// The test itself and its subtests; whether none of them is red.
fn subtests(record: &TestRecord, tap: &mut Tap) -> bool {
    let result = &record.result;
    let mut names = HashSet::from([HARNESS.to_owned()]);
    let mut below = Tap {
        out: std::mem::take(&mut tap.out),
        indent: "    ",
        number: 0,
    };
    let points = 1 + result.subtests.len() + result.missing.len();
    let _ = writeln!(below.out, "    1..{points}");
    let mut green = below.seen(HARNESS, &Seen::of(record));
    for (key, seen) in Seen::subtests(record) {
        green &= below.seen(&unique(&key.text(), &mut names), &seen);
    }
    for name in &result.missing {
        green = false;
        below.point(false, &unique(name, &mut names), "");
        below.details(&[
            ("status", quoted(NOT_REPORTED)),
            ("message", quoted(MISSING)),
        ]);
    }
    tap.out = below.out;
    green
}

/// A document, or one level of it, in the making.
struct Tap {
    out: String,
    indent: &'static str,
    number: u64,
}

impl Tap {
    /// A result, and whether it is green.
    fn seen(&mut self, name: &str, seen: &Seen<'_>) -> bool {
        let mut details = vec![("status", quoted(seen.status))];
        let sign = seen.sign();
        match sign {
            Sign::Pass => {
                self.point(true, name, "");
                return true;
            }
            Sign::Neutral => {
                let reason = one_line(&seen.reason(), 500);
                let directive = format!(" # SKIP {}: {}", seen.status, escape(&reason));
                self.point(true, name, directive.trim_end_matches(": "));
                return true;
            }
            Sign::Foreseen => {
                let directive = format!(" # TODO {} as expected{}", seen.status, because(seen));
                self.point(false, name, &directive);
            }
            Sign::Intermittent => {
                let because = because(seen);
                let directive = format!(" # TODO {}, known intermittent{because}", seen.status);
                self.point(false, name, &directive);
            }
            Sign::Unexpected { expected, .. } => {
                self.point(false, name, "");
                details.push(("expected", quoted(expected)));
            }
        }
        let contrast = match sign {
            Sign::Unexpected { expected, better } => Some(seen.contrast(expected, better)),
            _ => None,
        };
        let message = contrast.as_deref().or(seen.message);
        details.extend(message.map(|message| ("message", quoted(message))));
        if let (Some(why), Some(_)) = (seen.why, &contrast) {
            details.push(("expected_because", quoted(&why.text())));
        }
        details.extend(seen.stack.map(|stack| ("stack", quoted(stack))));
        self.details(&details);
        contrast.is_none()
    }

    fn point(&mut self, ok: bool, name: &str, directive: &str) {
        self.number += 1;
        let (indent, number, name) = (self.indent, self.number, escape(name));
        let not = if ok { "" } else { "not " };
        let _ = writeln!(self.out, "{indent}{not}ok {number} - {name}{directive}");
    }

    fn details(&mut self, facts: &[(&str, String)]) {
        let indent = self.indent;
        let _ = writeln!(self.out, "{indent}  ---");
        for (key, value) in facts {
            let _ = writeln!(self.out, "{indent}  {key}: {value}");
        }
        let _ = writeln!(self.out, "{indent}  ...");
    }
}

/// Why a result is as it was foreseen, where somebody says so.
fn because(seen: &Seen<'_>) -> String {
    let reason = |why: &Foreseen| format!(": {}", escape(&one_line(&why.text(), 500)));
    seen.why.map(reason).unwrap_or_default()
}

/// A text of YAML in double quotes, which is what JSON has.
fn quoted(text: &str) -> String {
    serde_json::Value::from(visible(text)).to_string()
}

/// A number sign begins a directive unless a backslash stands before it.
fn escape(text: &str) -> Cow<'_, str> {
    match text.contains(['\\', '#']) {
        true => Cow::Owned(text.replace('\\', "\\\\").replace('#', "\\#")),
        false => Cow::Borrowed(text),
    }
}

//! A badge for the README of a runtime: how one run did, in a few words and a colour.
//!
//! [`render`] writes the JSON that <https://shields.io/badges/endpoint-badge> fetches, [`svg`] a
//! picture that needs no service. A badge is of one run. Only a run that is complete and as expected
//! has a rate in a colour of its own; anything else says what it is and is red or grey, and `isError`
//! keeps a query from changing that colour.

use serde::Serialize;

use crate::matrix::Matrix;
use crate::summary::{Outcome, stale};
use crate::text::{grouped, one_line, percent, plural, tenths};
use crate::xml::attribute;

/// Characters of a text on the badge.
const TEXT: usize = 60;

/// What is on a badge.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Badge {
    schema_version: u32,
    label: String,
    message: String,
    color: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_error: bool,
}

impl Badge {
    /// The badge of the first run.
    fn of(matrix: &Matrix<'_>) -> Self {
        let Some(column) = matrix.columns.first() else {
            return Self {
                schema_version: 1,
                label: "winterproof".to_owned(),
                message: Outcome::Nothing.title().to_owned(),
                color: "lightgrey",
                is_error: true,
            };
        };
        let cell = &column.cell;
        let rate = cell.mean().map(percent);
        let outcome = Outcome::of(column);
        let (measured, planned) = (grouped(cell.measured), grouped(cell.planned));
        let message = match (outcome, rate) {
            (Outcome::AsExpected, Some(rate)) => rate,
            (Outcome::AsExpected, None) => "no rate".to_owned(),
            (Outcome::Unexpected, _) => unexpected(cell.unexpected, stale(column).len() as u64),
            (Outcome::Incomplete, _) => format!("incomplete, {measured} of {planned}"),
            (Outcome::Nothing, _) => outcome.title().to_owned(),
        };
        let filters = &column.log.header.settings.filters;
        let label = match filters.is_empty() {
            true => column.label.clone(),
            false => format!("{}, only {}", column.label, filters.join(", ")),
        };
        Self {
            schema_version: 1,
            label: one_line(&label, TEXT),
            message,
            color: match outcome {
                Outcome::AsExpected => colour(cell.mean()),
                Outcome::Unexpected => "red",
                Outcome::Incomplete | Outcome::Nothing => "lightgrey",
            },
            is_error: !outcome.is_green(),
        }
    }
}

/// What makes a run red: results, expectations of no use, or both.
fn unexpected(results: u64, stale: u64) -> String {
    let results = (results > 0).then(|| format!("{} unexpected", grouped(results)));
    let stale = (stale > 0).then(|| plural(stale, "stale expectation"));
    let both: Vec<String> = results.into_iter().chain(stale).collect();
    both.join(", ")
}

/// The names of shields.io, in the steps of the page's colours.
fn colour(mean: Option<f64>) -> &'static str {
    match mean {
        None => "lightgrey",
        Some(mean) if tenths(mean) >= 1000.0 => "brightgreen",
        Some(mean) if mean >= 0.95 => "green",
        Some(mean) if mean >= 0.75 => "yellowgreen",
        Some(mean) if mean >= 0.5 => "yellow",
        Some(mean) if mean >= 0.25 => "orange",
        Some(_) => "red",
    }
}

/// Writes the JSON of one run.
pub fn render(matrix: &Matrix<'_>) -> String {
    let mut text = serde_json::to_string_pretty(&Badge::of(matrix)).expect("plain data");
    text.push('\n');
    text
}

/// Draws the badge of one run.
pub fn svg(matrix: &Matrix<'_>) -> String {
    let badge = Badge::of(matrix);
    let (left, right) = (width(&badge.label), width(&badge.message));
    let total = left + right;
    let fill = shade(badge.color);
    let (label, message) = (attribute(&badge.label), attribute(&badge.message));
    let text = |middle: u32, text: &str, width: u32| {
        format!(
            "    <text x=\"{middle}\" y=\"14\" textLength=\"{}\">{text}</text>\n",
            width - 2 * PADDING
        )
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{total}\" height=\"20\" role=\"img\" \
         aria-label=\"{label}: {message}\">\n  \
         <title>{label}: {message}</title>\n  \
         <clipPath id=\"round\"><rect width=\"{total}\" height=\"20\" rx=\"3\"/></clipPath>\n  \
         <g clip-path=\"url(#round)\">\n    \
         <rect width=\"{left}\" height=\"20\" fill=\"#444\"/>\n    \
         <rect x=\"{left}\" width=\"{right}\" height=\"20\" fill=\"{fill}\"/>\n  </g>\n  \
         <g fill=\"#fff\" text-anchor=\"middle\" font-family=\"Verdana, Geneva, sans-serif\" \
         font-size=\"11\">\n{}{}  </g>\n</svg>\n",
        text(left / 2, &label, left),
        text(left + right / 2, &message, right),
    )
}

/// White text is readable on each of these.
fn shade(colour: &str) -> &'static str {
    match colour {
        "brightgreen" => "#15803d",
        "green" => "#3f7d20",
        "yellowgreen" => "#667300",
        "yellow" => "#8a6500",
        "orange" => "#b45309",
        "red" => "#b91c1c",
        _ => "#6b7280",
    }
}

const PADDING: u32 = 6;

/// About as wide as Verdana of 11 pixels; `textLength` makes the text fit where another font is used.
fn width(text: &str) -> u32 {
    let tenths: u32 =
        text.chars()
            .map(|c| match c {
                'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' | '['
                | ']' => 40,
                ' ' | 'f' | 'r' | 't' | 'I' | 'J' | '/' | '-' => 45,
                'm' | 'w' | 'M' | 'W' | '%' | '@' => 105,
                c if c.is_ascii_uppercase() => 78,
                c if c.is_ascii() => 68,
                _ => 115,
            })
            .sum();
    tenths.div_ceil(10) + 2 * PADDING
}

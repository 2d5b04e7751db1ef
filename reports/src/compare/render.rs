//! The comparison as text: for a prompt and in GitHub's Markdown.

use std::fmt::Write;

use similar::{ChangeTag, TextDiff};

use super::{Change, Comparison, Kind, SetComparison, Side};
use crate::terminal::Paint;
use crate::text::{cut, grouped, one_line, plural, visible};
use crate::unexpected::NOT_REPORTED;

/// Characters of a message that take part.
const MESSAGE: usize = 2000;
/// Lines of one difference of messages.
const LINES: usize = 20;
/// Bytes of the Markdown text, for the same reason as in [`crate::markdown::Limits`].
const MARKDOWN: usize = 1_000_000;

/// Draws the comparisons for a prompt, listing at most `limit` changes of each kind.
pub fn terminal(set: &SetComparison<'_>, limit: usize, colour: bool) -> String {
    let paint = Paint(colour);
    let all = set.comparisons.iter();
    let mut parts: Vec<String> = all.map(|one| one_terminal(one, limit, &paint)).collect();
    let notes = set.notes().into_iter();
    let notes =
        notes.map(|note| format!("{}\n", paint.alarm(&format!("!! {}", one_line(&note, 500)))));
    let notes: String = notes.collect();
    if !notes.is_empty() {
        parts.push(notes);
    }
    parts.join("\n")
}

fn one_terminal(comparison: &Comparison<'_>, limit: usize, paint: &Paint) -> String {
    let mut out = format!(
        "base: {}\nnew:  {}\n",
        one_line(&comparison.base, 200),
        one_line(&comparison.new, 200)
    );
    for warning in warnings(comparison) {
        let _ = writeln!(out, "{}", paint.alarm(&format!("!! {warning}")));
    }
    for kind in Kind::ALL {
        let changes = of_kind(comparison, kind);
        if changes.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{}: {}", kind.title(), grouped(changes.len() as u64));
        for change in changes.iter().take(limit) {
            let _ = writeln!(out, "  {}", one_line(change.id.as_str(), 500));
            let _ = writeln!(out, "    {}: {}", states(change), subject(change));
            for (sign, line) in message_lines(change) {
                let line = format!("{sign} {line}");
                let line = match sign {
                    '-' => paint.alarm(&line),
                    '+' => paint.calm(&line),
                    _ => line,
                };
                let _ = writeln!(out, "      {line}");
            }
        }
        if changes.len() > limit {
            let _ = writeln!(
                out,
                "  ... and {} more",
                grouped((changes.len() - limit) as u64)
            );
        }
    }
    let line = last_line(comparison);
    let line = if comparison.is_green() {
        paint.calm(&line)
    } else {
        paint.alarm(&line)
    };
    let _ = writeln!(out, "\n{line}");
    out
}

/// Draws the comparisons in Markdown. The text is cut below 1 MiB, and says so.
pub fn markdown(set: &SetComparison<'_>) -> String {
    let mut out = String::new();
    for note in set.notes() {
        let _ = writeln!(out, "> [!WARNING]\n> {}\n", crate::markdown::plain(&note));
    }
    let all = &set.comparisons;
    for (at, one) in all.iter().enumerate() {
        // What one does not need is there for those behind it.
        let share = MARKDOWN.saturating_sub(out.len()) / (all.len() - at);
        if at > 0 {
            out.push('\n');
        }
        out.push_str(&one_markdown(one, share));
    }
    out
}

fn one_markdown(comparison: &Comparison<'_>, bytes: usize) -> String {
    let mut out = format!(
        "## winterproof: {} → {}\n\n",
        crate::markdown::plain(&comparison.base),
        crate::markdown::plain(&comparison.new)
    );
    for warning in warnings(comparison) {
        let _ = writeln!(out, "> [!WARNING]\n> {warning}\n");
    }
    let _ = writeln!(out, "**{}**\n", last_line(comparison));
    out.push_str("| Change | Results |\n|:--|--:|\n");
    for kind in Kind::ALL {
        let _ = writeln!(
            out,
            "| {} | {} |",
            kind.title(),
            grouped(comparison.count(kind))
        );
    }
    let mut heading = None;
    for (shown, change) in comparison.changes.iter().enumerate() {
        let mut piece = String::new();
        if heading != Some(change.kind) {
            heading = Some(change.kind);
            let _ = writeln!(piece, "\n### {}\n", change.kind.title());
        }
        let _ = writeln!(
            piece,
            "- {} — {}: {}",
            crate::markdown::code(change.id.as_str(), 500),
            states(change),
            match change.subtest {
                None => "the test itself".to_owned(),
                Some(key) => crate::markdown::code(&key.to_string(), 500),
            }
        );
        let lines = message_lines(change);
        if !lines.is_empty() {
            let text: Vec<String> = lines.iter().map(|(s, l)| format!("  {s}{l}\n")).collect();
            let longest = text.concat().split(|c| c != '`').map(str::len).max();
            let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
            let _ = writeln!(piece, "\n  {fence}diff\n{}  {fence}", text.concat());
        }
        if out.len() + piece.len() + 200 > bytes {
            let left = (comparison.changes.len() - shown) as u64;
            let _ = writeln!(
                out,
                "\n**{} left out here** to keep this text below {} bytes.",
                plural(left, "change"),
                grouped(MARKDOWN as u64)
            );
            break;
        }
        out.push_str(&piece);
    }
    out
}

fn of_kind<'c, 'a>(comparison: &'c Comparison<'a>, kind: Kind) -> Vec<&'c Change<'a>> {
    comparison
        .changes
        .iter()
        .filter(|c| c.kind == kind)
        .collect()
}

fn warnings(comparison: &Comparison<'_>) -> Vec<String> {
    let mut warnings = Vec::new();
    let [base, new] = comparison.profiles;
    if base != new {
        warnings.push(format!(
            "The base run is judged by the profile {base} and the new one by {new}: {} outside \
             one of them and left out.",
            match comparison.outside_profile {
                1 => "1 result is".to_owned(),
                number => format!("{} results are", grouped(number)),
            }
        ));
    }
    if comparison.compared == 0 {
        warnings.push(
            "Not one test was measured in both runs: there is nothing to compare.".to_owned(),
        );
    }
    if !comparison.base_complete {
        warnings.push(
            "The base run is incomplete: what looks new may only be unmeasured there.".to_owned(),
        );
    }
    if !comparison.new_complete {
        warnings.push(
            "The new run is incomplete: what was not measured may have got worse.".to_owned(),
        );
    }
    warnings
}

fn last_line(comparison: &Comparison<'_>) -> String {
    format!(
        "{} compared: {}, {}, {} now unmeasured",
        plural(comparison.compared, "test"),
        plural(comparison.count(Kind::Regression), "regression"),
        match comparison.count(Kind::Fix) {
            1 => "1 fix".to_owned(),
            fixes => format!("{} fixes", grouped(fixes)),
        },
        grouped(comparison.count(Kind::NowUnmeasured)),
    )
}

fn subject(change: &Change<'_>) -> String {
    match change.subtest {
        None => "the test itself".to_owned(),
        Some(key) => one_line(&key.to_string(), 500),
    }
}

fn states(change: &Change<'_>) -> String {
    let absent = match change.kind {
        _ if change.subtest.is_some() => NOT_REPORTED,
        Kind::Gone => "not planned",
        _ => "not measured",
    };
    let name = |side: &Option<Side<'_>>| side.as_ref().map_or(absent, |side| side.status);
    let (base, new) = (name(&change.base), name(&change.new));
    let whole = change.subtest.is_none() && change.kind == Kind::NewFailing && new == "OK";
    let hint = if whole { ", not all subtests pass" } else { "" };
    format!("{base} → {new}{hint}")
}

/// The messages of both sides, line by line: `-` only base, `+` only new, a space for both.
fn message_lines(change: &Change<'_>) -> Vec<(char, String)> {
    let text = |side: &Option<Side<'_>>| {
        let message = side
            .as_ref()
            .and_then(|side| side.message)
            .unwrap_or_default();
        let text = cut(&visible(message), MESSAGE).trim_end().to_owned();
        if text.is_empty() { text } else { text + "\n" }
    };
    let (base, new) = (text(&change.base), text(&change.new));
    let diff = TextDiff::from_lines(base.as_str(), new.as_str());
    let mut lines: Vec<(char, String)> = diff
        .iter_all_changes()
        .map(|line| {
            let sign = match line.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            (sign, line.value().trim_end_matches('\n').to_owned())
        })
        .collect();
    if lines.len() > LINES {
        let left = plural((lines.len() - LINES) as u64, "line");
        lines.truncate(LINES);
        lines.push((' ', format!("... {left} more")));
    }
    lines
}
